// SPDX-License-Identifier: GPL-3.0-or-later
#include "bitmaskfloor.h"
#include "expressions.h"
#include "figure.h"

#include "core/triggers/triggerjson.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace carillon {

namespace {

constexpr int callsPerRound = 200'000;
constexpr int rounds = 7;
constexpr std::int64_t start = 1'767'225'600; // 2026-01-01T00:00Z
constexpr std::int64_t end = start + std::int64_t(30) * 365 * 86'400;

Trigger triggerOf(const Expression &expression, bool inNewYork)
{
    QJsonObject args = expression.fields;
    args.insert(u"timezone"_qs, inNewYork ? u"America/New_York"_qs : u"UTC"_qs);
    return triggerFromJson(u"cron"_qs, args, {Instant(), Zone::utc()}).value();
}

/// Each answer is asked from the one before, as the scheduler does; from 2026 to 2055 and again.
double firingsPerSecond(const Trigger &trigger)
{
    constexpr Instant first{std::chrono::seconds(start)};
    constexpr Instant last{std::chrono::seconds(end)};
    Instant from = first;
    const Stopwatch watch;
    for (int i = 0; i < callsPerRound; ++i) {
        const auto next = trigger.first(from);
        from = next && *next < last ? *next + Duration(1) : first;
    }
    return callsPerRound / watch.seconds();
}

double firingsPerSecond(const BitMaskFloor &floor)
{
    std::int64_t from = start;
    const Stopwatch watch;
    for (int i = 0; i < callsPerRound; ++i) {
        const std::int64_t next = floor.next(from);
        from = next < end ? next + 1 : start;
    }
    return callsPerRound / watch.seconds();
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The figures of one kind, which end in their geometric mean.
class Figures
{
public:
    explicit Figures(QString prefix) : m_prefix(std::move(prefix)) {}

    void add(const QString &name, const std::vector<double> &perSecond)
    {
        const double value = median(perSecond);
        m_logarithms += std::log(value);
        ++m_count;
        printFigure(m_prefix + name, value, u"1/s"_qs, callsPerRound * rounds);
    }

    double printMean() const
    {
        const double mean = std::exp(m_logarithms / m_count);
        printFigure(m_prefix + u"geomean"_qs, mean, u"1/s"_qs, m_count);
        return mean;
    }

private:
    QString m_prefix;
    double m_logarithms = 0;
    int m_count = 0;
};

/// A floor that answers something else would be none.
void expectSameAnswers(const Trigger &trigger, const BitMaskFloor &floor)
{
    std::int64_t from = start;
    for (int i = 0; i < 1000; ++i) {
        const auto next = trigger.first(Instant(std::chrono::seconds(from)));
        const std::int64_t expected = floor.next(from);
        if (next != Instant(std::chrono::seconds(expected)))
            qFatal("the floor says %lld", static_cast<long long>(expected));
        from = expected + 1;
    }
}

/// The rounds of product and floor take turns, so that a busy machine slows both.
void benchFirst()
{
    Figures firsts(u"triggers.first."_qs);
    Figures zoned(u"triggers.first.zone."_qs);
    Figures floors(u"triggers.floor."_qs);
    for (const Expression &each : expressions()) {
        const Trigger trigger = triggerOf(each, each.inNewYork);
        const Trigger inNewYork = triggerOf(each, true);
        const BitMaskFloor floor = BitMaskFloor::named(each.name);
        expectSameAnswers(triggerOf(each, false), floor);
        std::vector<double> perSecond[3];
        for (int round = 0; round < rounds; ++round) {
            perSecond[0].push_back(firingsPerSecond(trigger));
            perSecond[1].push_back(firingsPerSecond(inNewYork));
            perSecond[2].push_back(firingsPerSecond(floor));
        }
        firsts.add(each.name, perSecond[0]);
        zoned.add(each.name, perSecond[1]);
        floors.add(each.name, perSecond[2]);
    }
    const double floor = floors.printMean();
    printFigure(u"triggers.first.of_floor"_qs, firsts.printMean() / floor, u"ratio"_qs, rounds);
    printFigure(u"triggers.first.zone.of_floor"_qs, zoned.printMean() / floor, u"ratio"_qs, rounds);
}

/// Kept out of line, so that a profiler can be told to look at nothing else.
[[gnu::noinline]] void askDaily(const Trigger &trigger, int calls)
{
    Instant from{std::chrono::seconds(start)};
    for (int i = 0; i < calls; ++i)
        from = *trigger.first(from) + Duration(1);
}

} // namespace

void benchTriggers()
{
    benchFirst();
    const Trigger interval =
        triggerFromJson(u"interval"_qs, {{u"seconds"_qs, 90}, {u"start_date"_qs, u"2026-01-01"_qs}},
                        {Instant(), Zone::utc()})
            .value();
    printFigure(u"triggers.first.interval_90s"_qs, firingsPerSecond(interval), u"1/s"_qs,
                callsPerRound);
}

void countDaily(bool inNewYork)
{
    const Expression nine{{}, u"0 0 9 * * ?"_qs, {{u"hour"_qs, 9}}};
    askDaily(triggerOf(nine, inNewYork), 100'000);
}

} // namespace carillon
