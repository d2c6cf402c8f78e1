// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronrhythm.h"

#include "core/time/civil.h"

#include <algorithm>
#include <bit>

namespace carillon {

namespace {

using Rhythm = CronRhythm::Kind;

constexpr int secondsPerMinute = 60;
constexpr int secondsPerHour = 3600;
constexpr int hoursPerDay = 24;
constexpr int day = int(secondsPerDay);
constexpr int fewTimes = 3;
constexpr int mostTimes = 12;
constexpr std::size_t mostWindows = 3;

/// Numbers at equal distances; no step if they are not.
struct Progression
{
    int first = 0;
    int step = 0;
    int count = 0;

    bool isEven() const { return count == 1 || step > 0; }
    bool fills(int cycle) const { return step * count == cycle; }
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
    else if (coarse.count == 1 || (coarse.step == unit && fine.fills(unit)))
        result.step = fine.step;
    return result;
}

/// Finds the rhythm of masks, the plainest way to say it first.
class RhythmFinder
{
public:
    RhythmFinder(const CronMasks &masks, bool everyDate)
        : m_seconds(numbersIn(masks.seconds & everySecond)),
          m_minutes(numbersIn(masks.minutes & everyMinute)),
          m_hours(numbersIn(masks.hours & everyHour)),
          m_everyDate(everyDate)
    {
    }

    CronRhythm find()
    {
        if (m_seconds.empty() || m_minutes.empty() || m_hours.empty())
            return {};
        m_inHour = combined(progressionOf(m_minutes, secondsPerMinute), progressionOf(m_seconds, 1),
                            secondsPerMinute);
        m_inDay = combined(progressionOf(m_hours, secondsPerHour), m_inHour, secondsPerHour);
        if (m_inDay.count <= fewTimes)
            return atTimes();
        for (const auto attempt :
             {&RhythmFinder::allDay, &RhythmFinder::everyHourOfTheDay, &RhythmFinder::evenly,
              &RhythmFinder::inWindows, &RhythmFinder::everyHourOfAWindow}) {
            if (CronRhythm rhythm = (this->*attempt)(); rhythm.kind != Rhythm::Unsayable)
                return rhythm;
        }
        return m_inDay.count <= mostTimes ? atTimes() : CronRhythm();
    }

private:
    CronRhythm atTimes() const
    {
        CronRhythm rhythm{Rhythm::AtTimes, {}, {}, {}};
        for (const int hour : m_hours) {
            for (const int minute : m_minutes) {
                for (const int second : m_seconds)
                    rhythm.values.push_back(hour * secondsPerHour + minute * secondsPerMinute +
                                            second);
            }
        }
        return rhythm;
    }

    /// At equal distances all round the clock.
    CronRhythm allDay() const
    {
        const std::chrono::seconds step(m_inDay.step);
        const int first = m_inDay.first;
        if (!m_inDay.fills(day))
            return {};
        if (m_inDay.step >= secondsPerHour) {
            if (first >= secondsPerHour || first % secondsPerMinute != 0)
                return {};
            return {Rhythm::EveryHourAt, {first / secondsPerMinute}, step, {}};
        }
        if (first == 0)
            return {Rhythm::Every, {}, step, {}};
        if (m_inDay.step >= secondsPerMinute && first < secondsPerMinute)
            return {Rhythm::EveryMinuteAt, {first}, step, {}};
        return {};
    }

    CronRhythm everyHourOfTheDay() const
    {
        if (m_hours.size() != hoursPerDay)
            return {};
        if (m_seconds == std::vector<int>{0})
            return {Rhythm::EveryHourAt, m_minutes, std::chrono::hours(1), {}};
        if (m_minutes.size() == 60)
            return {Rhythm::EveryMinuteAt, m_seconds, std::chrono::minutes(1), {}};
        return {};
    }

    CronRhythm evenly() const
    {
        if (!m_inDay.isEven())
            return {};
        return {Rhythm::Window,
                {},
                std::chrono::seconds(m_inDay.step),
                {{m_inDay.first, m_inDay.first + m_inDay.step * (m_inDay.count - 1)}}};
    }

    std::vector<NumberRun> hourRuns() const
    {
        return runsOf(m_hours, m_everyDate ? hoursPerDay : 0);
    }

    CronRhythm::Window windowOf(const NumberRun &run) const
    {
        const int lastInHour = m_minutes.back() * secondsPerMinute + m_seconds.back();
        return {run.first * secondsPerHour + m_inHour.first,
                run.last * secondsPerHour + lastInHour};
    }

    /// Evenly in each of some rows of hours.
    CronRhythm inWindows() const
    {
        const bool hourly = m_inHour.count == 1;
        if (!m_inHour.isEven() || (!hourly && !m_inHour.fills(secondsPerHour)))
            return {};
        CronRhythm rhythm{
            Rhythm::Window, {}, std::chrono::seconds(hourly ? secondsPerHour : m_inHour.step), {}};
        for (const NumberRun &run : hourRuns()) {
            const int hours = (run.last - run.first + hoursPerDay) % hoursPerDay + 1;
            if (hours * m_inHour.count < fewTimes)
                return {};
            rhythm.windows.push_back(windowOf(run));
        }
        return rhythm.windows.size() <= mostWindows ? rhythm : CronRhythm();
    }

    CronRhythm everyHourOfAWindow() const
    {
        const auto runs = hourRuns();
        if (m_seconds != std::vector<int>{0} || runs.size() != 1 ||
            !runs.front().isRange(hoursPerDay))
            return {};
        return {Rhythm::EveryHourAt, m_minutes, std::chrono::hours(1), {windowOf(runs.front())}};
    }

    std::vector<int> m_seconds;
    std::vector<int> m_minutes;
    std::vector<int> m_hours;
    bool m_everyDate;
    Progression m_inHour;
    Progression m_inDay;
};

} // namespace

CronRhythm rhythmOf(const CronMasks &masks, bool everyDate)
{
    return RhythmFinder(masks, everyDate).find();
}

std::vector<int> numbersIn(std::uint64_t mask)
{
    std::vector<int> numbers;
    for (; mask != 0; mask &= mask - 1)
        numbers.push_back(std::countr_zero(mask));
    return numbers;
}

std::vector<NumberRun> runsOf(const std::vector<int> &numbers, int cycle)
{
    std::vector<NumberRun> runs;
    for (const int number : numbers) {
        if (!runs.empty() && runs.back().last + 1 == number)
            runs.back().last = number;
        else
            runs.push_back({number, number});
    }
    if (cycle == 0 || runs.size() < 2)
        return runs;
    const NumberRun joined{runs.back().first, runs.front().last};
    const bool touches = (runs.back().last + 1) % cycle == runs.front().first % cycle;
    if (touches && joined.isRange(cycle)) {
        runs.erase(runs.begin());
        runs.back() = joined;
    }
    return runs;
}

} // namespace carillon
