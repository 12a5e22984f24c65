#!/usr/bin/env python3
"""Make words_*.txt beside this script from the dictionary of a package of the Python index.

    pip download --no-deps --no-binary jieba jieba==0.42.1
    make-words.py FOLDER    # the folder it was unpacked in

They hold the most frequent words of two characters, the second ones gathered by the first.
"""
import collections
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
JIEBA = "jieba 0.42.1, dict.txt, MIT"
FREQUENT = 700  # words rarer than this are mostly names and terms


def is_han(word):
    return all("\u3400" <= c <= "\u9fff" for c in word)


def write(name, part, lines):
    head = [f"# source: {JIEBA}", f"# holds: the most frequent words of two characters, {part}"]
    (HERE / name).write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def main(folder):
    root = pathlib.Path(folder)
    followers = collections.defaultdict(str)
    for line in next(root.rglob("jieba/dict.txt")).read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if len(word) == 2 and is_han(word) and int(count) >= FREQUENT:
            followers[word[0]] += word[1]
    groups = sorted(first + rest for first, rest in followers.items())
    half = len(groups) // 2
    first = "first half: a first character and all that follow it"
    write("words_first.txt", first, groups[:half])
    write("words_second.txt", "second half", groups[half:])
    print(sum(map(len, followers.values())), "words")


if __name__ == "__main__":
    main(sys.argv[1])
