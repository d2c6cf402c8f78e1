// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/triggerargs.h"

#include "core/util/coretext.h"
#include "core/util/quoted.h"

#include <algorithm>
#include <cmath>

namespace carillon {

namespace {

// In the order of the enumerations.
const QStringList &gapWords()
{
    static const QStringList words{u"shift"_qs, u"skip"_qs};
    return words;
}

const QStringList &overlapWords()
{
    static const QStringList words{u"auto"_qs, u"first"_qs, u"both"_qs};
    return words;
}

/// The index of a word, or of `accepted`'s first where it is left out.
Result<int> readWord(const QJsonObject &args, const QString &name, const QStringList &accepted)
{
    const auto text = readTextArgument(args, name);
    if (!text)
        return text.error();
    const auto index = *text ? accepted.indexOf(**text) : 0;
    if (index < 0) {
        return refusedArgument(name, CoreText::tr("%1 is not known here; %2 accepted")
                                         .arg(quoted(**text), accepted.join(u", ")));
    }
    return int(index);
}

} // namespace

Error refusedArgument(const QString &argument, const QString &message)
{
    return Error{ErrorCode::InvalidInput, argument + u": "_qs + message, argument};
}

Result<std::optional<QString>> readTextArgument(const QJsonObject &args, const QString &name)
{
    const QJsonValue value = args.value(name);
    if (value.isUndefined() || value.isNull())
        return std::optional<QString>();
    if (!value.isString())
        return refusedArgument(name, CoreText::tr("text is expected here"));
    return std::optional(value.toString());
}

Result<std::optional<Instant>> readInstantArgument(const QJsonObject &args, const QString &name,
                                                   const Zone &zone)
{
    const auto text = readTextArgument(args, name);
    if (!text)
        return text.error();
    if (!*text)
        return std::optional<Instant>();
    const auto instant = parseInstant(**text, zone);
    if (!instant)
        return refusedArgument(name, instant.error().message);
    return std::optional(*instant);
}

Result<std::optional<CivilDate>> readDayArgument(const QJsonObject &args, const QString &name)
{
    const auto text = readTextArgument(args, name);
    if (!text)
        return text.error();
    if (!*text)
        return std::optional<CivilDate>();
    const auto date = parseDay(**text);
    if (!date)
        return refusedArgument(name, date.error().message);
    return std::optional(*date);
}

Result<CivilDate> parseDay(QStringView text)
{
    static constexpr QStringView shape = u"0000-00-00";
    const auto fits = [](QChar written, QChar expected) {
        return expected == u'0' ? written >= u'0' && written <= u'9' : written == expected;
    };
    if (!std::equal(text.begin(), text.end(), shape.begin(), shape.end(), fits)) {
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("%1 is not a date; 2024-03-10 is accepted").arg(quoted(text))};
    }
    const auto written = parseWrittenTime(text);
    if (!written)
        return written.error();
    return civilFromDays(
        std::chrono::floor<std::chrono::days>(written->local).time_since_epoch().count());
}

QString writtenDay(CivilDate date)
{
    const auto digits = [](int number, int width) {
        return u"%1"_qs.arg(number, width, 10, QChar(u'0'));
    };
    return digits(date.year, 4) + u'-' + digits(date.month, 2) + u'-' + digits(date.day, 2);
}

Result<std::optional<int>> readWholeArgument(const QJsonObject &args, const QString &name,
                                             int least, int most)
{
    const QJsonValue value = args.value(name);
    if (value.isUndefined() || value.isNull())
        return std::optional<int>();
    const double number = value.toDouble();
    const QString accepted = u"%1-%2"_qs.arg(least).arg(most);
    if (!value.isDouble() || number != std::floor(number))
        return refusedArgument(name,
                               CoreText::tr("not a whole number; %1 is accepted").arg(accepted));
    if (number < least || number > most) {
        const QString written = QString::number(number, 'f', 0);
        return refusedArgument(
            name,
            CoreText::tr("%1 is out of range; %2 is accepted").arg(quoted(written), accepted));
    }
    return std::optional(int(number));
}

Result<Zone> readZoneArgument(const QJsonObject &args, const TriggerContext &context)
{
    const auto name = readTextArgument(args, u"timezone"_qs);
    if (!name)
        return name.error();
    if (!*name)
        return context.zone;
    const auto zone = Zone::named(**name);
    return zone ? zone : refusedArgument(u"timezone"_qs, zone.error().message);
}

Result<DstPolicy> readDstArguments(const QJsonObject &args)
{
    const auto gap = readWord(args, u"dst_gap"_qs, gapWords());
    if (!gap)
        return gap.error();
    const auto overlap = readWord(args, u"dst_overlap"_qs, overlapWords());
    if (!overlap)
        return overlap.error();
    return DstPolicy{DstGap(*gap), DstOverlap(*overlap)};
}

void writeDstArguments(QJsonObject &args, const DstPolicy &dst)
{
    if (dst.gap != DstGap::Shift)
        args.insert(u"dst_gap"_qs, gapWords()[int(dst.gap)]);
    if (dst.overlap != DstOverlap::Auto)
        args.insert(u"dst_overlap"_qs, overlapWords()[int(dst.overlap)]);
}

Result<Duration> readJitterArgument(const QJsonObject &args)
{
    constexpr int most = 86'400 * 366; // seconds
    const QString name = u"jitter"_qs;
    const QJsonValue value = args.value(name);
    if (value.isUndefined() || value.isNull())
        return Duration::zero();
    const double number = value.toDouble();
    if (!value.isDouble() || !(number >= 0 && number <= most)) {
        //: Of a number of seconds; %1 is the largest.
        return refusedArgument(
            name, CoreText::tr("not a number from 0 to %1; seconds are accepted").arg(most));
    }
    return Duration(std::llround(number * 1e6));
}

QString writtenInstant(Instant instant, const Zone &zone)
{
    const QString text = toIso(instant, zone);
    const std::chrono::seconds offset = zone.offsetAt(instant);
    if (offset % std::chrono::minutes(1) == std::chrono::seconds(0))
        return text;
    const bool readsBack = zone.fromLocal(zone.toLocal(instant)) == instant;
    return readsBack ? text.chopped(offsetText(offset).size()) : toIso(instant);
}

} // namespace carillon
