// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/firingrate.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr std::chrono::days wholeYear{365};
constexpr std::size_t fewMeasured = 10;
constexpr std::size_t manyMeasured = 400;

double inDays(Duration length)
{
    return double(length.count()) / double(Duration(std::chrono::days(1)).count());
}

/// Asks a trigger so often and no oftener.
class RateMeter
{
public:
    RateMeter(const Trigger &trigger, Instant from)
        : m_trigger(trigger),
          m_from(from),
          m_questions(mostQuestions / partsOf(trigger))
    {
    }

    std::optional<double> measure()
    {
        const auto times = walk();
        if (times.size() < 2)
            return {};
        const double average = double(times.size() - 1) / inDays(times.back() - times.front());
        return times.size() <= manyMeasured ? average : byDays().value_or(average);
    }

private:
    static constexpr int mostQuestions = 25'000;
    static constexpr int mostLeaps = 15'000;
    static constexpr int leapsPerQuestion = 50;

    bool isSpent() const { return m_questions <= 0 || m_leaps <= 0; }

    /// Also nothing where the next time is far to seek: what follows then is mostly left out.
    std::optional<Instant> first(Instant from)
    {
        if (isSpent())
            return {};
        --m_questions;
        LeapBudget leaps(leapsPerQuestion);
        const auto found = m_trigger.first(from, leaps);
        m_sought = leaps.isSpent();
        if (m_sought)
            m_leaps -= leapsPerQuestion;
        return m_sought ? std::nullopt : found;
    }

    /// The times of a year, or ten more if they are few, but no more than are many.
    std::vector<Instant> walk()
    {
        std::vector<Instant> times;
        auto time = first(m_from);
        while (time && times.size() <= manyMeasured) {
            times.push_back(*time);
            if (*time > times.front() + wholeYear && times.size() > fewMeasured)
                return times;
            time = first(*time + Duration(1));
        }
        m_over = !time && !m_sought;
        return times;
    }

    /// Counts the days with firings, and the firings of some of them.
    std::optional<double> byDays()
    {
        const auto active = activeDays();
        // The first and the last may be cut short.
        const std::size_t inner = active.size() > 2 ? active.size() - 2 : active.size();
        const std::size_t begin = active.size() > 2 ? 1 : 0;
        double firings = 0;
        int counted = 0;
        for (const std::size_t index : samples(inner)) {
            const double count = firingsOn(active[begin + index]);
            if (isSpent())
                break;
            firings += count;
            ++counted;
        }
        if (counted == 0 || active.empty())
            return {};
        const double length =
            m_over ? inDays(active.back() - active.front()) + 1 : inDays(wholeYear);
        return firings / counted * double(active.size()) / length;
    }

    std::vector<Instant> activeDays()
    {
        std::vector<Instant> active;
        const auto begin = first(m_from);
        if (!begin)
            return active;
        Instant day = std::chrono::floor<std::chrono::days>(*begin);
        const Instant end = day + wholeYear;
        while (day < end && !isSpent()) {
            const auto time = firstSince(day);
            m_over = !time && !m_sought;
            if (m_over)
                break;
            if (time && *time < end)
                active.emplace_back(std::chrono::floor<std::chrono::days>(*time));
            day =
                (time ? std::chrono::floor<std::chrono::days>(*time) : day) + std::chrono::days(1);
        }
        return active;
    }

    /// Also asks in the middle of a day whose beginning is left out.
    std::optional<Instant> firstSince(Instant day)
    {
        for (const int hour : {0, 6, 12, 18}) {
            const auto time = first(day + std::chrono::hours(hour));
            if (time || !m_sought)
                return time;
        }
        return {};
    }

    /// A week of days in a row, and some far apart.
    static std::vector<std::size_t> samples(std::size_t size)
    {
        constexpr std::size_t inRow = 7;
        constexpr std::size_t apart = 4;
        std::vector<std::size_t> indexes;
        for (std::size_t i = 0; i < std::min(size, inRow); ++i)
            indexes.push_back(i);
        for (std::size_t i = 1; i <= apart && size > inRow * apart; ++i)
            indexes.push_back(i * (size - 1) / apart);
        return indexes;
    }

    /// Counts the minutes with firings, and the firings of some of them.
    double firingsOn(Instant day)
    {
        std::vector<Instant> active;
        for (Instant minute = day; minute < day + std::chrono::days(1);
             minute += std::chrono::minutes(1)) {
            const auto time = first(minute);
            if (time)
                minute = std::chrono::floor<std::chrono::minutes>(*time);
            else if (!m_sought)
                break;
            if (time && minute < day + std::chrono::days(1))
                active.push_back(minute);
        }
        constexpr std::size_t most = 5;
        const std::size_t counted = std::min(active.size(), most);
        double firings = 0;
        for (std::size_t i = 0; i < counted; ++i)
            firings += firingsIn(active[i * active.size() / counted]);
        return counted == 0 ? 0 : firings / double(counted) * double(active.size());
    }

    double firingsIn(Instant minute)
    {
        constexpr int most = 100;
        int count = 0;
        Instant last = minute;
        for (auto time = first(minute);
             time && *time < minute + std::chrono::minutes(1) && count < most;
             time = first(*time + Duration(1))) {
            last = *time;
            ++count;
        }
        return count < most ? count
                            : double(count) * double(Duration(std::chrono::minutes(1)).count()) /
                                  double((last - minute + Duration(1)).count());
    }

    const Trigger &m_trigger;
    Instant m_from;
    int m_questions;
    int m_leaps = mostLeaps;
    bool m_sought = false; ///< the last question was given up
    bool m_over = false;   ///< the last walk came to the end of the set
};

} // namespace

std::optional<double> firingsPerDay(const Trigger &trigger, Instant from)
{
    return RateMeter(trigger, from).measure();
}

} // namespace carillon
