"""The nyttokalkyl itself: the document, its evaluation, its hours, its checks and its explanation."""
