// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpgrammar.h"

#include <algorithm>
#include <array>

namespace carillon::httpgrammar {

namespace {

using CharacterSet = std::array<bool, 256>;

constexpr CharacterSet tokenCharacters = [] {
    CharacterSet set{};
    for (const char c : "!#$%&'*+-.^_`|~")
        set[uchar(c)] = c != '\0';
    for (int c = '0'; c <= '9'; ++c)
        set[size_t(c)] = true;
    for (int c = 'a'; c <= 'z'; ++c)
        set[size_t(c)] = set[size_t(c - 'a' + 'A')] = true;
    return set;
}();

/// What is visible in ASCII, without the mark of a fragment, which is never sent.
constexpr CharacterSet targetCharacters = [] {
    CharacterSet set{};
    for (int c = 0x21; c <= 0x7e; ++c)
        set[size_t(c)] = c != '#';
    return set;
}();

constexpr CharacterSet valueCharacters = [] {
    CharacterSet set{};
    for (size_t c = 0x20; c <= 0xff; ++c)
        set[c] = c != 0x7f;
    set['\t'] = true;
    return set;
}();

bool consistsOf(const CharacterSet &set, QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [&set](char c) { return set[uchar(c)]; });
}

bool areEscapesValid(QByteArrayView target)
{
    for (qsizetype at = target.indexOf('%'); at >= 0; at = target.indexOf('%', at + 1)) {
        if (at + 2 >= target.size() || !isHexDigit(target[at + 1]) || !isHexDigit(target[at + 2]))
            return false;
        if (target[at + 1] == '0' && target[at + 2] == '0')
            return false;
    }
    return true;
}

} // namespace

bool isTokenCharacter(char c)
{
    return tokenCharacters[uchar(c)];
}

bool isToken(QByteArrayView bytes)
{
    return consistsOf(tokenCharacters, bytes);
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isTarget(QByteArrayView bytes)
{
    return bytes.startsWith('/') && consistsOf(targetCharacters, bytes) && areEscapesValid(bytes);
}

bool isFieldText(QByteArrayView bytes)
{
    return consistsOf(valueCharacters, bytes);
}

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace carillon::httpgrammar
