#!/usr/bin/env python3
"""Make the tables beside this script from the dictionaries of two packages of the Python index.

    pip download --no-deps --no-binary jieba opencc-python-reimplemented==0.1.7 jieba==0.42.1
    make-tables.py FOLDER    # the folder the two were unpacked in

traditional_*.txt, traditional_phrases.txt: OpenCC's Traditional to Simplified dictionaries.
words_*.txt: the most frequent words of two characters, the second ones gathered by the first.
"""
import collections
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
OPENCC = "opencc-python-reimplemented 0.1.7 (OpenCC dictionaries), Apache-2.0"
JIEBA = "jieba 0.42.1, dict.txt, MIT"
FREQUENT = 700  # words rarer than this are mostly names and terms


def entries(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, values = line.partition("\t")
        yield key, values.split(" ")[0]


def is_han(word):
    return all("\u3400" <= c <= "\u9fff" for c in word)


def write(name, source, lines):
    (HERE / name).write_text("\n".join([f"# source: {source}", *lines]) + "\n", encoding="utf-8")


def main(folder):
    root = pathlib.Path(folder)
    dictionary = next(root.rglob("TSCharacters.txt")).parent
    pairs = [k + v for k, v in entries(dictionary / "TSCharacters.txt") if k != v and is_han(k + v)]
    half = len(pairs) // 2
    write("traditional_first.txt", OPENCC, ["".join(pairs[:half])])
    write("traditional_second.txt", OPENCC, ["".join(pairs[half:])])
    phrases = [f"{k}\t{v}" for k, v in entries(dictionary / "TSPhrases.txt") if len(k) == len(v)]
    write("traditional_phrases.txt", OPENCC, phrases)

    followers = collections.defaultdict(str)
    for line in next(root.rglob("jieba/dict.txt")).read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if len(word) == 2 and is_han(word) and int(count) >= FREQUENT:
            followers[word[0]] += word[1]
    groups = sorted(first + rest for first, rest in followers.items())
    half = len(groups) // 2
    write("words_first.txt", JIEBA, groups[:half])
    write("words_second.txt", JIEBA, groups[half:])
    print(len(pairs), "characters,", len(phrases), "phrases,", sum(map(len, followers.values())), "words")


if __name__ == "__main__":
    main(sys.argv[1])
