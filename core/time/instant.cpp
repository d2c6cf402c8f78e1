// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/instant.h"

#include "core/time/civil.h"
#include "core/time/zone.h"
#include "core/util/coretext.h"
#include "core/util/quoted.h"

namespace carillon {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constinit const Instant earliestInstant{Duration(-62'135'596'800'000'000)};
constinit const Instant latestInstant{Duration(253'402'300'799'999'999)};

namespace {

Error refusal(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message};
}

Error notADate(QStringView text)
{
    //: %1 is what was written, in quotes; it follows the name of an argument and a colon.
    return refusal(
        CoreText::tr("%1 is not a date; 2024-03-10 or 2024-03-10T02:30:00.5+01:00 is accepted")
            .arg(quoted(text)));
}

/// Walks along a text; every read either takes its characters or nothing.
class IsoReader
{
public:
    explicit IsoReader(QStringView text) : m_text(text) {}

    bool atEnd() const { return m_at == m_text.size(); }

    bool take(QChar wanted)
    {
        const bool found = !atEnd() && m_text[m_at] == wanted;
        m_at += found ? 1 : 0;
        return found;
    }

    /// Between `least` and `most` ASCII digits, as many as there are.
    std::optional<int> number(int least, int most)
    {
        int value = 0;
        int count = 0;
        while (count < most && m_at + count < m_text.size()) {
            const char16_t digit = m_text[m_at + count].unicode();
            if (digit < u'0' || digit > u'9')
                break;
            value = value * 10 + (digit - u'0');
            ++count;
        }
        if (count < least)
            return {};
        m_at += count;
        m_lastLength = count;
        return value;
    }

    int lastLength() const { return m_lastLength; }

private:
    QStringView m_text;
    qsizetype m_at = 0;
    int m_lastLength = 0;
};

struct TimeOfDay
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    int microsecond = 0;
};

std::optional<CivilDate> readDate(IsoReader &reader)
{
    const auto year = reader.number(4, 4);
    if (!year || !reader.take(u'-'))
        return {};
    const auto month = reader.number(1, 2);
    if (!month || !reader.take(u'-'))
        return {};
    const auto day = reader.number(1, 2);
    return day ? std::optional(CivilDate{*year, *month, *day}) : std::nullopt;
}

std::optional<int> readFraction(IsoReader &reader)
{
    auto fraction = reader.number(1, 9);
    if (!fraction)
        return {};
    for (int digits = reader.lastLength(); digits < 6; ++digits)
        *fraction *= 10;
    for (int digits = reader.lastLength(); digits > 6; --digits)
        *fraction /= 10;
    return fraction;
}

std::optional<TimeOfDay> readTime(IsoReader &reader)
{
    const auto hour = reader.number(1, 2);
    if (!hour || !reader.take(u':'))
        return {};
    const auto minute = reader.number(1, 2);
    if (!minute)
        return {};
    TimeOfDay time{*hour, *minute};
    if (!reader.take(u':'))
        return time;
    const auto second = reader.number(1, 2);
    if (!second)
        return {};
    time.second = *second;
    if (reader.take(u'.')) {
        const auto fraction = readFraction(reader);
        if (!fraction)
            return {};
        time.microsecond = *fraction;
    }
    return time;
}

/// `Z` or `±hh[[:]mm]`; the caller checks that it ends the text.
std::optional<seconds> readOffset(IsoReader &reader)
{
    if (reader.take(u'Z'))
        return seconds(0);
    const bool west = reader.take(u'-');
    if (!west && !reader.take(u'+'))
        return {};
    const auto hour = reader.number(2, 2);
    if (!hour || *hour > 23)
        return {};
    int minute = 0;
    if (!reader.atEnd()) {
        reader.take(u':');
        const auto read = reader.number(2, 2);
        if (!read || *read > 59)
            return {};
        minute = *read;
    }
    const seconds offset = hours(*hour) + minutes(minute);
    return west ? -offset : offset;
}

/// Names the first part that no calendar or clock has.
QString impossiblePart(CivilDate date, TimeOfDay time)
{
    if (date.year < 1)
        return CoreText::tr("year must be in 1..9999");
    if (date.month < 1 || date.month > 12)
        return CoreText::tr("month must be in 1..12");
    if (date.day < 1 || date.day > daysInMonth(date.year, date.month))
        return CoreText::tr("day must be in 1..%1").arg(daysInMonth(date.year, date.month));
    if (time.hour > 23)
        return CoreText::tr("hour must be in 0..23");
    if (time.minute > 59)
        return CoreText::tr("minute must be in 0..59");
    if (time.second > 59)
        return CoreText::tr("second must be in 0..59");
    return {};
}

LocalTime localTime(CivilDate date, TimeOfDay time)
{
    const seconds whole = seconds(daysFromCivil(date) * secondsPerDay) + hours(time.hour) +
                          minutes(time.minute) + seconds(time.second);
    return LocalTime(whole + Duration(time.microsecond));
}

QString twoDigits(std::int64_t number)
{
    return u"%1"_qs.arg(number, 2, 10, QChar(u'0'));
}

QString localText(LocalTime local)
{
    const std::int64_t total = local.time_since_epoch().count();
    const std::int64_t whole = floorDivide(total, 1'000'000);
    const std::int64_t days = floorDivide(whole, secondsPerDay);
    const std::int64_t ofDay = whole - days * secondsPerDay;
    const CivilDate date = civilFromDays(days);
    QString text = u"%1-%2-%3T%4:%5:%6"_qs.arg(date.year, 4, 10, QChar(u'0'))
                       .arg(twoDigits(date.month), twoDigits(date.day), twoDigits(ofDay / 3600),
                            twoDigits(ofDay / 60 % 60), twoDigits(ofDay % 60));
    if (const std::int64_t fraction = total - whole * 1'000'000; fraction != 0)
        text += u".%1"_qs.arg(fraction, 6, 10, QChar(u'0'));
    return text;
}

} // namespace

QString offsetText(seconds offset)
{
    const std::int64_t length = std::abs(offset.count());
    QString text = offset.count() < 0 ? u"-"_qs : u"+"_qs;
    text += twoDigits(length / 3600) + u':' + twoDigits(length / 60 % 60);
    if (length % 60 != 0)
        text += u':' + twoDigits(length % 60);
    return text;
}

QString toIso(Instant instant, const Zone &zone)
{
    const seconds offset = zone.offsetAt(instant);
    return localText(LocalTime(instant.time_since_epoch() + offset)) + offsetText(offset);
}

QString toIso(Instant instant)
{
    return localText(LocalTime(instant.time_since_epoch())) + u"+00:00"_qs;
}

Result<WrittenTime> parseWrittenTime(QStringView text)
{
    IsoReader reader(text);
    const auto date = readDate(reader);
    if (!date)
        return notADate(text);
    TimeOfDay time;
    std::optional<seconds> offset;
    if (!reader.atEnd()) {
        if (!reader.take(u'T') && !reader.take(u' '))
            return notADate(text);
        const auto read = readTime(reader);
        if (!read)
            return notADate(text);
        time = *read;
        if (!reader.atEnd()) {
            offset = readOffset(reader);
            if (!offset || !reader.atEnd())
                return notADate(text);
        }
    }
    if (const QString part = impossiblePart(*date, time); !part.isEmpty()) {
        //: %1 is what was written, in quotes; %2 says which part is wrong: "month must be in 1..12"
        return refusal(CoreText::tr("%1 does not exist: %2").arg(quoted(text), part));
    }
    return WrittenTime{localTime(*date, time), offset};
}

Result<Instant> parseInstant(QStringView text, const Zone &zone)
{
    const auto written = parseWrittenTime(text);
    if (!written)
        return written.error();
    const Instant instant = written->offset
                                ? Instant(written->local.time_since_epoch() - *written->offset)
                                : zone.fromLocal(written->local);
    if (instant < earliestInstant || instant > latestInstant)
        return refusal(
            CoreText::tr("%1 lies outside the years 1 to 9999 in UTC").arg(quoted(text)));
    return instant;
}

} // namespace carillon
