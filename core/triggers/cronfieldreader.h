// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/crongrammar.h"
#include "core/triggers/cronmasks.h"
#include "core/triggers/cronmistake.h"

namespace carillon {

/// Reads one field of any dialect, from left to right, into the masks. Allocates nothing; the
/// first mistake ends it.
class CronFieldReader
{
public:
    /// A mistake by position, before anybody has asked for its words.
    struct Fault
    {
        CronMistake::Kind kind;
        const QChar *begin;
        const QChar *end;
        int least = 0;
        int most = 0;
    };

    /// The masks must accept everything in this field.
    CronFieldReader(const CronFieldGrammar &grammar, QStringView text, CronMasks &masks);

    /// False after a mistake, which fault() tells.
    bool read();
    const Fault &fault() const { return m_fault; }

private:
    struct Value
    {
        int number;
        const QChar *begin;
        bool isName = false;
    };

    bool atEnd() const { return m_at == m_end; }
    char16_t peek() const { return atEnd() ? u'\0' : m_at->unicode(); }
    char16_t peekLower() const { return peek() | 0x20; }
    bool take(char16_t wanted)
    {
        const bool found = !atEnd() && peek() == wanted;
        m_at += found ? 1 : 0;
        return found;
    }
    /// In any case.
    bool takeLetter(char16_t wanted)
    {
        const bool found = peekLower() == wanted;
        m_at += found ? 1 : 0;
        return found;
    }
    void skipBlanks()
    {
        while (peek() == u' ')
            ++m_at;
    }
    /// Behind the letters and digits from here on.
    const QChar *wordEnd() const
    {
        const QChar *end = m_at;
        while (end != m_end && (isLetter(end->unicode()) || isDigit(end->unicode())))
            ++end;
        return end;
    }
    static bool isLetter(char16_t c) { return (c | 0x20) >= u'a' && (c | 0x20) <= u'z'; }
    static bool isDigit(char16_t c) { return c >= u'0' && c <= u'9'; }
    bool refuse(CronMistake::Kind kind, const QChar *begin, const QChar *end, int least, int most);
    bool refuse(CronMistake::Kind kind, const QChar *begin, const QChar *end);

    bool readList();
    bool readItem();
    bool readValue(Value &value);
    bool readNumber(int &number);
    bool readName(Value &value);
    bool refuseWord(const QChar *end);
    bool readRangeEnd(const Value &first);
    bool readStep(int from, int to, const QChar *begin);
    std::optional<bool> readWord();
    bool readOrdinal(int position);
    bool readFromLastDay();
    bool readSuffix(const Value &value, bool &found);
    bool readPosition(int weekday);

    void accept(int from, int to, int step);
    void acceptYears(int from, int to, int step);
    int fromMonday(int weekday) const;
    void store();

    const CronFieldGrammar &m_grammar;
    CronMasks &m_masks;
    const QChar *const m_begin;
    const QChar *const m_end;
    const QChar *m_at;

    std::uint64_t m_values = 0;
    std::uint64_t m_nthWeekdays = 0;
    std::uint32_t m_daysFromLast = 0;
    std::uint32_t m_nearestWeekdays = 0;
    std::uint32_t m_nearestToFromLast = 0;
    const QChar *m_special = nullptr; ///< the last item with L, W or #
    Fault m_fault = {};
};

/// The mistake in words, with columns counted from the field's beginning.
CronMistake describeFault(const CronFieldReader::Fault &fault, const CronFieldGrammar &grammar,
                          QStringView text);

} // namespace carillon
