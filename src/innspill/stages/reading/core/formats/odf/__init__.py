"""OpenDocument text (.odt, .ott, .fodt): our own reader, for libraries lose the ticks."""
