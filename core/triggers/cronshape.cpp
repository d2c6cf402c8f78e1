// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronshape.h"

#include "core/time/civil.h"

#include <bit>

namespace carillon {

namespace {

constexpr int secondsPerMinute = 60;
constexpr int secondsPerHour = 3600;
constexpr int day = int(secondsPerDay);
constexpr int mostListed = 12;

std::vector<int> bits(std::uint64_t mask)
{
    std::vector<int> numbers;
    for (; mask != 0; mask &= mask - 1)
        numbers.push_back(std::countr_zero(mask));
    return numbers;
}

/// `bits`, or nothing if there are `all` of them.
std::vector<int> bitsUnlessAll(std::uint64_t mask, int all)
{
    return std::popcount(mask) == all ? std::vector<int>() : bits(mask);
}

std::vector<int> yearsOf(const CronMasks &masks)
{
    constexpr int all = 9999 - 1970 + 1;
    std::vector<int> numbers;
    for (int year = 1970; year <= 9999; ++year) {
        const auto bit = std::size_t(year - 1970);
        if (masks.years[bit / 64] >> (bit % 64) & 1)
            numbers.push_back(year);
    }
    return numbers.size() == all ? std::vector<int>() : numbers;
}

/// Numbers at equal distances; no step if they are not.
struct Progression
{
    int first = 0;
    int step = 0;
    int count = 0;

    bool isEven() const { return count == 1 || step > 0; }
};

Progression progressionOf(const std::vector<int> &numbers, int unit)
{
    Progression result{numbers.front() * unit, 0, int(numbers.size())};
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const int step = (numbers[i] - numbers[i - 1]) * unit;
        if (i > 1 && step != result.step) {
            result.step = 0;
            return result;
        }
        result.step = step;
    }
    return result;
}

/// All sums of a number of `coarse`, whole multiples of `unit`, and one of `fine`, below `unit`.
Progression combined(const Progression &coarse, const Progression &fine, int unit)
{
    Progression result{coarse.first + fine.first, 0, coarse.count * fine.count};
    if (!coarse.isEven() || !fine.isEven())
        return result;
    if (fine.count == 1)
        result.step = coarse.step;
    else if (coarse.count == 1 || (coarse.step == unit && fine.step * fine.count == unit))
        result.step = fine.step;
    return result;
}

std::vector<int> timesOf(const CronMasks &masks)
{
    std::vector<int> times;
    for (const int hour : bits(masks.hours)) {
        for (const int minute : bits(masks.minutes)) {
            for (const int second : bits(masks.seconds))
                times.push_back(hour * secondsPerHour + minute * secondsPerMinute + second);
        }
    }
    return times;
}

/// The rhythm of times at equal distances all round the clock.
void setFullDay(CronShape &shape, const Progression &times)
{
    const bool wholeMinutes = times.first % secondsPerMinute == 0;
    if (times.step >= secondsPerHour) {
        if (times.first >= secondsPerHour || !wholeMinutes)
            return;
        shape.rhythm = CronShape::Rhythm::EveryHourAt;
        shape.values = {times.first / secondsPerMinute};
    } else if (times.first == 0) {
        shape.rhythm = CronShape::Rhythm::Every;
    }
}

void setRhythm(CronShape &shape, const CronMasks &masks)
{
    using Rhythm = CronShape::Rhythm;
    const auto seconds = bits(masks.seconds);
    const auto minutes = bits(masks.minutes);
    const Progression times = combined(progressionOf(bits(masks.hours), secondsPerHour),
                                       combined(progressionOf(minutes, secondsPerMinute),
                                                progressionOf(seconds, 1), secondsPerMinute),
                                       secondsPerHour);
    constexpr int fewTimes = 3;
    if (times.count <= fewTimes) {
        shape.rhythm = Rhythm::AtTimes;
        shape.values = timesOf(masks);
        return;
    }
    shape.step = std::chrono::seconds(times.step);
    if (times.step * times.count == day)
        setFullDay(shape, times);
    if (shape.rhythm != Rhythm::Unsayable)
        return;
    const bool everyHour = std::popcount(masks.hours) == 24;
    if (everyHour && seconds == std::vector<int>{0}) {
        shape.rhythm = Rhythm::EveryHourAt;
        shape.step = std::chrono::hours(1);
        shape.values = minutes;
    } else if (everyHour && minutes.size() == 60) {
        shape.rhythm = Rhythm::EveryMinuteAt;
        shape.values = seconds;
    } else if (times.isEven()) {
        shape.rhythm = Rhythm::Window;
        shape.first = times.first;
        shape.last = times.first + times.step * (times.count - 1);
    } else if (times.count <= mostListed) {
        shape.rhythm = Rhythm::AtTimes;
        shape.values = timesOf(masks);
    }
}

} // namespace

CronShape shapeOf(const CronMasks &masks)
{
    CronShape shape;
    setRhythm(shape, masks);
    shape.years = yearsOf(masks);
    shape.months = bitsUnlessAll(masks.months, 12);
    shape.weeks = bitsUnlessAll(masks.weeks, 53);
    shape.weekdays = bitsUnlessAll(masks.weekdays, 7);
    shape.days = bitsUnlessAll(masks.days, 31);
    if (std::popcount(masks.days) < 31) {
        shape.nthWeekdays = bits(masks.nthWeekdays);
        shape.lastDay = masks.daysFromLast != 0;
    }
    return shape;
}

bool isRange(const std::vector<int> &numbers)
{
    return numbers.size() >= 3 && numbers.back() - numbers.front() == int(numbers.size()) - 1;
}

} // namespace carillon
