"""The look of an owner: a folder with colours and a logo, read and checked when settings are."""
