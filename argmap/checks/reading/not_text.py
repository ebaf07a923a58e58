"""The file is not text that argmap can read.

A map is a plain text file in the encoding UTF-8, which has a place for the letters of every script. This file is
something else: it was saved in an older encoding, in which accented letters, dashes and curly quotes are other bytes,
or it is no plain text at all, such as a document of a word processor whose name was changed to end in ``.yaml``. The
message counts the bytes up to the first that is no part of a character.

Save the file anew as UTF-8. In VS Code, click the name of the encoding at the bottom right and choose "Reopen with
Encoding" until the accented letters look right, then "Save with Encoding" and "UTF-8". In Notepad, use "Save as" and
choose "UTF-8" beside the button. In a word processor, save as plain text and choose "UTF-8" or "Unicode (UTF-8)" when
it asks. In a terminal, ``iconv -f WINDOWS-1252 -t UTF-8 old.yaml > new.yaml`` turns a file from an older Windows into
UTF-8. UTF-16 is read as well, if the file begins with a byte-order mark.
"""
