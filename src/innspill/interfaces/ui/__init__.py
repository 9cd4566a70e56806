"""The look that portal and desk share: base pages, components, theme."""
