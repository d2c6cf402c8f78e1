// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"

#include "core/triggers/cronfieldreader.h"

#include <algorithm>
#include <utility>

namespace carillon {

namespace {

using Kind = CronMistake::Kind;

struct Alias
{
    QStringView name;
    QStringView meaning; ///< as Crontab
};
constexpr std::array<Alias, 7> aliases{{
    {u"@yearly", u"0 0 1 1 *"},
    {u"@annually", u"0 0 1 1 *"},
    {u"@monthly", u"0 0 1 * *"},
    {u"@weekly", u"0 0 * * 0"},
    {u"@daily", u"0 0 * * *"},
    {u"@midnight", u"0 0 * * *"},
    {u"@hourly", u"0 * * * *"},
}};

QStringView aliasMeaning(QStringView text)
{
    for (const Alias &alias : aliases) {
        if (text.compare(alias.name, Qt::CaseInsensitive) == 0)
            return alias.meaning;
    }
    return {};
}

/// The parts between blanks and tabs. Counts all, keeps as many as any dialect has fields.
struct Parts
{
    static constexpr int most = 7;
    std::array<QStringView, most> texts;
    int count = 0;

    explicit Parts(QStringView text)
    {
        const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t'; };
        const QChar *at = text.begin();
        const QChar *const end = text.end();
        for (;;) {
            while (at != end && isBlank(*at))
                ++at;
            if (at == end)
                return;
            const QChar *const begin = at;
            while (at != end && !isBlank(*at))
                ++at;
            if (count < most)
                texts[std::size_t(count)] = QStringView(begin, at);
            ++count;
        }
    }
};

/// Where nothing but the nth weekdays of a month is meant, they stand in the same place of the
/// masks, whichever field said so.
void settleNthWeekdays(CronMasks &masks)
{
    const bool onlyThey = masks.weekdaysNth != 0 && masks.weekdays == 0 &&
                          masks.days == everyDayOfMonth && masks.daysFromLast == 0 &&
                          masks.nearestWeekdays == 0 && masks.nearestToFromLast == 0 &&
                          masks.nthWeekdays == 0;
    if (!onlyThey)
        return;
    masks.nthWeekdays = std::exchange(masks.weekdaysNth, 0);
    masks.days = 0;
    masks.weekdays = everyWeekday;
}

/// Reads a line of text; what goes wrong is worded only in the end.
class LineReader
{
public:
    LineReader(CronDialect dialect, QStringView text, CronMasks &masks)
        : m_dialect(dialect),
          m_grammar(cronGrammar(dialect)),
          m_text(text),
          m_parts(text),
          m_masks(masks)
    {
    }

    /// False after a mistake, which mistake() tells.
    bool read()
    {
        if (m_grammar.hasAliases && m_parts.count > 0 && m_parts.texts[0].front() == u'@')
            return readAlias();
        if (!hasRightCount())
            return refuse(Kind::FieldCount, m_text);
        m_masks.seconds = 1;
        for (int i = 0; i < m_parts.count; ++i) {
            const CronFieldGrammar &field = m_grammar.fields[std::size_t(i)];
            const QStringView part = m_parts.texts[std::size_t(i)];
            if (field.field == CronField::Second)
                m_masks.seconds = everySecond;
            CronFieldReader reader(field, part, m_masks);
            if (!reader.read())
                return refuse(reader.fault(), field, part);
        }
        if (m_grammar.oneQuestionMark && (m_parts.texts[3] == u"?") == (m_parts.texts[5] == u"?"))
            return refuse(Kind::QuestionMarks, m_text);
        if (m_grammar.eitherDay)
            settleDays();
        settleNthWeekdays(m_masks);
        return true;
    }

    CronMistake mistake() const
    {
        CronMistake mistake;
        if (m_field)
            mistake = describeFault(m_fault, *m_field, m_part);
        const auto offset = m_part.begin() - m_text.begin();
        mistake.kind = m_fault.kind;
        mistake.dialect = m_dialect;
        mistake.column += offset;
        mistake.fieldColumn += offset;
        mistake.fieldCount = m_parts.count;
        if (!m_field) {
            mistake.wrong = mistake.fieldText = m_part.toString();
            mistake.length = m_part.size();
        }
        if (mistake.kind == Kind::FieldCount)
            mistake.otherDialect = otherDialect();
        return mistake;
    }

private:
    bool refuse(const CronFieldReader::Fault &fault, const CronFieldGrammar &field,
                QStringView part)
    {
        m_fault = fault;
        m_field = &field;
        m_part = part;
        return false;
    }

    bool refuse(Kind kind, QStringView part)
    {
        m_fault = {kind, part.begin(), part.end()};
        m_part = part;
        return false;
    }

    bool readAlias()
    {
        const QStringView meaning =
            m_parts.count == 1 ? aliasMeaning(m_parts.texts[0]) : QStringView();
        if (meaning.isEmpty())
            return refuse(Kind::UnknownAlias, m_text.trimmed());
        return LineReader(CronDialect::Crontab, meaning, m_masks).read();
    }

    /// A crontab that restricts both the day and the weekday means either.
    void settleDays()
    {
        const std::size_t day = m_grammar.fields.size() - 3;
        const std::size_t weekday = m_grammar.fields.size() - 1;
        if (m_parts.texts[day].front() == u'*' || m_parts.texts[weekday].front() == u'*')
            return;
        if (m_masks.days != everyDayOfMonth && m_masks.weekdays != everyWeekday) {
            m_masks.dayRule = CronMasks::DayRule::Either;
        } else { // one of them has them all, so that the other cannot add any
            m_masks.days = everyDayOfMonth;
            m_masks.weekdays = everyWeekday;
        }
    }

    bool hasRightCount() const
    {
        return m_parts.count >= m_grammar.fewestFields &&
               m_parts.count <= int(m_grammar.fields.size());
    }

    /// The first that accepts the text, or else has as many fields.
    std::optional<CronDialect> otherDialect() const
    {
        std::optional<CronDialect> sameCount;
        for (const CronDialect dialect : cronTextDialects) {
            CronMasks masks;
            LineReader other(dialect, m_text, masks);
            if (other.read())
                return dialect;
            if (!sameCount && other.hasRightCount())
                sameCount = dialect;
        }
        return sameCount;
    }

    CronDialect m_dialect;
    const CronGrammar &m_grammar;
    QStringView m_text;
    Parts m_parts;
    CronMasks &m_masks;
    CronFieldReader::Fault m_fault = {};
    const CronFieldGrammar *m_field = nullptr;
    QStringView m_part;
};

/// What a field says that was left out with all after it.
void setToLeast(CronMasks &masks, CronField field)
{
    switch (field) {
    case CronField::Year: masks.years = {1}; break;
    case CronField::Month: masks.months = 1 << 1; break;
    case CronField::Day: masks.days = 1 << 1; break;
    case CronField::Week:
    case CronField::DayOfWeek: break;
    case CronField::Hour: masks.hours = 1; break;
    case CronField::Minute: masks.minutes = 1; break;
    case CronField::Second: masks.seconds = 1; break;
    }
}

} // namespace

Result<CronMasks, CronMistake> readCron(CronDialect dialect, QStringView text)
{
    Result<CronMasks, CronMistake> result(std::in_place);
    LineReader reader(dialect, text, *result);
    if (!reader.read())
        result = reader.mistake();
    return result;
}

Result<CronMasks, CronMistake> readCronFields(const CronTexts &texts)
{
    Result<CronMasks, CronMistake> result(std::in_place);
    const auto isGiven = [](const std::optional<QString> &text) { return text.has_value(); };
    const auto last = std::find_if(texts.rbegin(), texts.rend(), isGiven).base();
    for (auto text = last; last != texts.begin() && text != texts.end(); ++text)
        setToLeast(*result, CronField(text - texts.begin()));
    for (auto text = texts.begin(); text != last; ++text) {
        if (!*text)
            continue;
        const auto field = CronField(text - texts.begin());
        const auto &grammar = cronFieldGrammar(CronDialect::ApschedulerFields, field);
        CronFieldReader reader(grammar, **text, *result);
        if (!reader.read()) {
            result = describeFault(reader.fault(), grammar, **text);
            break;
        }
    }
    return result;
}

Result<CronMasks, CronMistake> readCron(const CronNotation &notation)
{
    return notation.dialect == CronDialect::ApschedulerFields
               ? readCronFields(notation.fields)
               : readCron(notation.dialect, notation.expression);
}

std::vector<CronReading> recogniseCron(QStringView text)
{
    std::vector<CronReading> readings;
    for (const CronDialect dialect : cronTextDialects) {
        if (const auto masks = readCron(dialect, text))
            readings.push_back({cronNotation(dialect, text), *masks});
    }
    return readings;
}

} // namespace carillon
