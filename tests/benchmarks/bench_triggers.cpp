// SPDX-License-Identifier: GPL-3.0-or-later
#include "bitmaskfloor.h"
#include "expressions.h"
#include "figure.h"

#include "core/triggers/cronsyntax.h"
#include "core/triggers/trigger.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace carillon {

namespace {

constexpr int callsPerRound = 50'000;
constexpr int rounds = 40;
constexpr std::int64_t start = 1'767'225'600; // 2026-01-01T00:00Z
constexpr std::int64_t end = start + std::int64_t(30) * 365 * 86'400;

CronMasks masksOf(CronDialect dialect, const QString &text)
{
    const auto masks = readCron(dialect, text);
    if (!masks)
        qFatal("%s", qPrintable(text));
    return *masks;
}

Trigger triggerOf(const Expression &expression, bool inNewYork)
{
    const Zone zone = inNewYork ? Zone::named(u"America/New_York").value() : Zone::utc();
    return CronTrigger(CronFields(masksOf(CronDialect::Quartz, expression.quartz)), zone);
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

/// The figures of one kind, which end in their geometric mean.
class Figures
{
public:
    explicit Figures(QString prefix) : m_prefix(std::move(prefix)) {}

    void add(const QString &name, const std::vector<double> &perSecond)
    {
        // The fastest round: whatever else runs on the machine only ever slows it down.
        const double value = *std::max_element(perSecond.begin(), perSecond.end());
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

/// With or without making the masks ready for searching.
double textsPerSecond(CronDialect dialect, const QString &text, bool ready)
{
    constexpr int texts = callsPerRound / 4;
    std::uint64_t sum = 0; // of results, which would else be optimised away
    const Stopwatch watch;
    for (int i = 0; i < texts; ++i) {
        const auto masks = readCron(dialect, text);
        sum += ready ? std::uint64_t(CronFields(*masks).matchFrom(start)) : masks->minutes;
    }
    const double perSecond = texts / watch.seconds();
    return sum != 0 ? perSecond : 0;
}

void benchReading()
{
    struct Text
    {
        CronDialect dialect;
        QString name;
        QString text;
    };
    std::vector<Text> texts{
        {CronDialect::Crontab, u"crontab_5_min"_qs, u"*/5 * * * *"_qs},
        {CronDialect::Crontab, u"crontab_biz"_qs, u"15,45 8-18 * * 1-5"_qs},
        {CronDialect::Crontab, u"crontab_names"_qs, u"0 9 * jan-jun mon,fri"_qs}};
    for (const Expression &each : expressions())
        texts.push_back({CronDialect::Quartz, each.name, each.quartz});
    Figures read(u"triggers.parse."_qs);
    Figures ready(u"triggers.parse_ready."_qs);
    for (const Text &each : texts) {
        std::vector<double> perSecond[2];
        for (int round = 0; round < rounds; ++round) {
            perSecond[0].push_back(textsPerSecond(each.dialect, each.text, false));
            perSecond[1].push_back(textsPerSecond(each.dialect, each.text, true));
        }
        read.add(each.name, perSecond[0]);
        ready.add(each.name, perSecond[1]);
    }
    read.printMean();
    ready.printMean();
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
    benchReading();
    const Trigger interval =
        IntervalTrigger::create(Instant(std::chrono::seconds(start)), std::chrono::seconds(90))
            .value();
    printFigure(u"triggers.first.interval_90s"_qs, firingsPerSecond(interval), u"1/s"_qs,
                callsPerRound);
}

void countDaily(bool inNewYork)
{
    const Expression nine{u"daily_9"_qs, u"0 0 9 * * ?"_qs};
    askDaily(triggerOf(nine, inNewYork), 100'000);
}

} // namespace carillon
