// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/intervallength.h"

#include "core/time/civil.h"
#include "core/util/coretext.h"

#include <QStringList>

#include <array>
#include <cmath>

namespace carillon {

namespace {

constexpr std::int64_t microsecondsPerSecond = 1'000'000;
constexpr std::int64_t microsecondsPerDay = secondsPerDay * microsecondsPerSecond;
constexpr std::int64_t mostDays = 999'999'999;
constexpr std::array<std::int64_t, 5> unitSeconds{7 * secondsPerDay, secondsPerDay, 3600, 60, 1};

/// Days and microseconds, because the longest length allowed does not fit into microseconds.
struct Sum
{
    double days = 0;
    std::int64_t microseconds = 0;
};

/// `fraction · unit`, rounded half to even. The product of two doubles is not exact, and its
/// error decides where the rounded product seems to lie half-way.
std::int64_t roundedProduct(double fraction, double unit)
{
    const double product = fraction * unit;
    const double error = std::fma(fraction, unit, -product);
    double rounded = std::nearbyint(product);
    if (std::abs(product - rounded) == 0.5 && error != 0)
        rounded = error > 0 ? std::ceil(product) : std::floor(product);
    return std::int64_t(rounded);
}

void add(Sum &sum, double number, std::int64_t unit)
{
    const double whole = std::floor(number);
    if (unit >= secondsPerDay) {
        sum.days += whole * double(unit / secondsPerDay);
    } else {
        const double perDay = double(secondsPerDay / unit);
        sum.days += std::floor(whole / perDay);
        sum.microseconds += std::int64_t(std::fmod(whole, perDay)) * unit * microsecondsPerSecond;
    }
    sum.microseconds += roundedProduct(number - whole, double(unit * microsecondsPerSecond));
}

Error refusal(const QString &argument, const QString &message)
{
    return Error{ErrorCode::InvalidInput, argument + u": "_qs + message, argument};
}

} // namespace

const QStringList &intervalUnits()
{
    static const QStringList units{u"weeks"_qs, u"days"_qs, u"hours"_qs, u"minutes"_qs,
                                   u"seconds"_qs};
    return units;
}

Result<Duration> readIntervalLength(const QJsonObject &args)
{
    Sum sum;
    for (std::size_t i = 0; i < unitSeconds.size(); ++i) {
        const QString &name = intervalUnits()[qsizetype(i)];
        const QJsonValue value = args.value(name);
        if (value.isUndefined())
            continue;
        const double number = value.toDouble();
        if (!value.isDouble() || !std::isfinite(number))
            return refusal(name, CoreText::tr("not a number; 0 or more is accepted"));
        if (number < 0)
            return refusal(name, CoreText::tr("negative; 0 or more is accepted"));
        add(sum, number, unitSeconds[i]);
        const double days = sum.days + double(sum.microseconds / microsecondsPerDay);
        if (days > double(mostDays) ||
            (days == double(mostDays) && sum.microseconds % microsecondsPerDay != 0))
            return refusal(name,
                           CoreText::tr("too long; up to 999999999 days in all are accepted"));
    }
    const std::int64_t mostWhole = Duration::max().count() / microsecondsPerDay - 1;
    if (sum.days + double(sum.microseconds / microsecondsPerDay) > double(mostWhole))
        return Duration::max();
    const Duration length(std::int64_t(sum.days) * microsecondsPerDay + sum.microseconds);
    return length == Duration::zero() ? Duration(microsecondsPerSecond) : length;
}

QJsonObject writeIntervalLength(Duration length)
{
    QJsonObject args;
    std::int64_t left = length.count();
    for (std::size_t i = 0; i + 1 < unitSeconds.size(); ++i) {
        const std::int64_t unit = unitSeconds[i] * microsecondsPerSecond;
        if (const std::int64_t count = left / unit; count != 0)
            args.insert(intervalUnits()[qsizetype(i)], qint64(count));
        left %= unit;
    }
    if (left % microsecondsPerSecond != 0)
        args.insert(u"seconds"_qs, double(left) / double(microsecondsPerSecond));
    else if (left != 0)
        args.insert(u"seconds"_qs, qint64(left / microsecondsPerSecond));
    return args;
}

} // namespace carillon
