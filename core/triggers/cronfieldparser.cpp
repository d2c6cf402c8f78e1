// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronfieldparser.h"

#include "core/util/coretext.h"
#include "core/util/quoted.h"

namespace carillon {

namespace {

constexpr int tooLarge = 1'000'000; // stands for every number beyond all limits

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

const QStringList &ordinals()
{
    static const QStringList words{u"1st"_qs, u"2nd"_qs, u"3rd"_qs,
                                   u"4th"_qs, u"5th"_qs, u"last"_qs};
    return words;
}

/// Reads one field from left to right. The first mistake ends it: every step returns false from
/// then on, and error() says what was wrong.
class FieldReader
{
public:
    FieldReader(CronField field, QStringView text)
        : m_field(field),
          m_limits(cronLimits(field)),
          m_text(text)
    {
    }

    Result<ParsedCronField> read()
    {
        skip(u" \t");
        do {
            if (!readItem())
                return m_error;
            skip(u" ");
        } while (takeComma());
        skip(u" \t");
        if (!atEnd()) {
            refuse(m_at, CoreText::tr("%1 is not expected here; a comma or the end is accepted")
                             .arg(quoted(m_text.sliced(m_at))));
            return m_error;
        }
        return m_result;
    }

private:
    struct Value
    {
        int number;
        QString text;
        qsizetype column;
    };

    bool atEnd() const { return m_at == m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    bool take(QChar wanted)
    {
        const bool found = !atEnd() && peek() == wanted;
        m_at += found ? 1 : 0;
        return found;
    }
    void skip(QStringView characters)
    {
        while (!atEnd() && characters.contains(peek()))
            ++m_at;
    }
    bool takeComma()
    {
        if (!take(u','))
            return false;
        m_result.text += u',';
        skip(u" ");
        return true;
    }
    /// Letters and digits from here on, without consuming them.
    QStringView word() const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && (isLetter(m_text[end]) || isDigit(m_text[end])))
            ++end;
        return m_text.sliced(m_at, end - m_at);
    }

    bool refuse(qsizetype column, const QString &what)
    {
        m_error.code = ErrorCode::InvalidInput;
        m_error.field = cronFieldName(m_field);
        //: %1 is the name of a field, %2 counts characters from 1, %3 says what is wrong there.
        m_error.message =
            CoreText::tr("%1, column %2: %3").arg(m_error.field).arg(column + 1).arg(what);
        return false;
    }

    QString range() const { return u"%1-%2"_qs.arg(m_limits.least).arg(m_limits.most); }

    bool readItem()
    {
        const auto ordinal = m_field == CronField::Day
                                 ? ordinals().indexOf(word().toString().toLower())
                                 : qsizetype(-1);
        if (ordinal >= 0)
            return readDayOfWeeks(int(ordinal));
        if (take(u'*')) {
            m_result.text += u'*';
            return readStep(m_limits.least, m_limits.most);
        }
        const auto first = readValue();
        if (!first)
            return false;
        m_result.text += first->text;
        if (take(u'-'))
            return readRangeEnd(*first);
        if (peek() == u'/')
            return readStep(first->number, m_limits.most);
        accept(first->number, first->number, 1);
        return true;
    }

    bool readRangeEnd(const Value &first)
    {
        const auto last = readValue();
        if (!last)
            return false;
        if (first.number > last->number) {
            return refuse(first.column, CoreText::tr("'%1-%2' runs backwards; %2-%1 is accepted")
                                            .arg(first.text, last->text));
        }
        m_result.text += u'-' + last->text;
        return readStep(first.number, last->number);
    }

    /// `/n`, if there is one, and then takes the values.
    bool readStep(int from, int to)
    {
        int step = 1;
        if (take(u'/')) {
            const qsizetype column = m_at;
            const auto number = readNumber();
            const int most = to - from;
            if (!number || *number < 1 || *number > most) {
                const QString written = quoted(m_text.sliced(column, m_at - column));
                if (most < 1)
                    return refuse(column - 1,
                                  CoreText::tr("a step is not accepted after a single value"));
                return number
                           ? refuse(column,
                                    CoreText::tr("the step %1 does not fit; 1-%2 is accepted")
                                        .arg(written)
                                        .arg(most))
                           : refuse(column,
                                    CoreText::tr("a step is missing; 1-%1 is accepted").arg(most));
            }
            step = *number;
            m_result.text += u'/' + QString::number(step);
        }
        accept(from, to, step);
        return true;
    }

    std::optional<int> readNumber()
    {
        if (atEnd() || !isDigit(peek()))
            return {};
        int number = 0;
        for (; !atEnd() && isDigit(peek()); ++m_at)
            number = std::min(tooLarge, number * 10 + (peek().unicode() - u'0'));
        return number;
    }

    std::optional<Value> readValue()
    {
        const qsizetype column = m_at;
        if (atEnd() || !isLetter(peek()))
            return readNumericValue(column);
        const QStringView written = word();
        const QStringList &names = cronNames(m_field);
        const QString name = written.toString().toLower();
        const auto index = names.indexOf(name);
        if (index >= 0) {
            m_at += written.size();
            return Value{int(index) + m_limits.least, name, column};
        }
        if (names.isEmpty()) {
            refuse(
                column,
                CoreText::tr("%1 is not a number; %2 is accepted").arg(quoted(written), range()));
        } else {
            refuse(column, CoreText::tr("%1 is not a name known here; %2 accepted")
                               .arg(quoted(written), names.join(u", ")));
        }
        return {};
    }

    std::optional<Value> readNumericValue(qsizetype column)
    {
        const auto number = readNumber();
        if (!number) {
            const bool missing = atEnd() || peek() == u',';
            refuse(column, missing ? CoreText::tr("a value is missing; %1 is accepted").arg(range())
                                   : CoreText::tr("%1 is not a number; %2 is accepted")
                                         .arg(quoted(m_text.sliced(m_at, 1)), range()));
            return {};
        }
        if (*number < m_limits.least || *number > m_limits.most) {
            refuse(column, CoreText::tr("%1 is out of range; %2 is accepted")
                               .arg(quoted(m_text.sliced(column, m_at - column)), range()));
            return {};
        }
        return Value{*number, QString::number(*number), column};
    }

    /// `last`, or an ordinal, blanks and a weekday.
    bool readDayOfWeeks(int ordinal)
    {
        const qsizetype column = m_at;
        const QString &text = ordinals()[ordinal];
        m_at += text.size();
        m_result.text += text;
        const qsizetype afterOrdinal = m_at;
        skip(u" ");
        const QStringList &weekdays = cronNames(CronField::DayOfWeek);
        const QStringView written = m_at > afterOrdinal ? word() : QStringView();
        if (written.isEmpty() && text == u"last") {
            m_at = afterOrdinal;
            m_result.lastDay = true;
            return true;
        }
        const QString name = written.toString().toLower();
        const auto weekday = weekdays.indexOf(name);
        if (weekday < 0) {
            return written.isEmpty()
                       ? refuse(column,
                                CoreText::tr("'%1' needs a weekday after a blank; %2 accepted")
                                    .arg(text, weekdays.join(u", ")))
                       : refuse(m_at, CoreText::tr("%1 is not a weekday; %2 accepted")
                                          .arg(quoted(written), weekdays.join(u", ")));
        }
        m_at += written.size();
        m_result.text += u' ' + name;
        m_result.nthWeekdays |= std::uint64_t(1) << (7 * ordinal + weekday);
        return true;
    }

    void accept(int from, int to, int step)
    {
        const int base = m_field == CronField::Year ? m_limits.least : 0;
        for (int value = from - base; value <= to - base; value += step)
            m_result.values[std::size_t(value / 64)] |= std::uint64_t(1) << (value % 64);
    }

    CronField m_field;
    CronLimits m_limits;
    QStringView m_text;
    qsizetype m_at = 0;
    ParsedCronField m_result;
    Error m_error;
};

} // namespace

CronLimits cronLimits(CronField field)
{
    switch (field) {
    case CronField::Year: return {1970, 9999};
    case CronField::Month: return {1, 12};
    case CronField::Day: return {1, 31};
    case CronField::Week: return {1, 53};
    case CronField::DayOfWeek: return {0, 6};
    case CronField::Hour: return {0, 23};
    case CronField::Minute:
    case CronField::Second: return {0, 59};
    }
    Q_UNREACHABLE();
}

const QStringList &cronNames(CronField field)
{
    static const QStringList none;
    static const QStringList months{u"jan"_qs, u"feb"_qs, u"mar"_qs, u"apr"_qs,
                                    u"may"_qs, u"jun"_qs, u"jul"_qs, u"aug"_qs,
                                    u"sep"_qs, u"oct"_qs, u"nov"_qs, u"dec"_qs};
    static const QStringList weekdays{u"mon"_qs, u"tue"_qs, u"wed"_qs, u"thu"_qs,
                                      u"fri"_qs, u"sat"_qs, u"sun"_qs};
    if (field == CronField::Month)
        return months;
    return field == CronField::DayOfWeek ? weekdays : none;
}

Result<ParsedCronField> parseCronField(CronField field, QStringView text)
{
    return FieldReader(field, text).read();
}

} // namespace carillon
