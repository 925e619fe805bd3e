"""The formula line in the reader's words: read, computed, written back, and asked about its units.

What she writes is data: it is read by a grammar of our own, never run. Whatever the text, the answer is a tree or flaws.
"""
