// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/schedulesentence.h"

namespace carillon {

namespace {

struct DateAndTime
{
    QString date;
    QString time; ///< without seconds if there are none
    bool midnight = false;

    QString both() const { return date + u' ' + time; }
    /// Midnight goes without saying.
    QString brief() const { return midnight ? date : both(); }
};

DateAndTime inZone(Instant instant, const Zone &zone)
{
    const QString iso = toIso(std::chrono::floor<std::chrono::seconds>(instant), zone);
    DateAndTime result{iso.first(10), iso.mid(11, 8)};
    result.midnight = result.time == u"00:00:00";
    if (result.time.endsWith(u":00"))
        result.time.chop(3);
    return result;
}

bool sameZone(const Zone &zone, const Zone &home)
{
    return zone == home || (isUtc(zone.id()) && isUtc(home.id()));
}

/// Words that leave it open how far "except" or "or" would reach, so they stand in no other.
bool isCombined(const Trigger &trigger)
{
    return trigger.as<OrTrigger>() || trigger.as<AndTrigger>();
}

/// Steps that a cron schedule takes as well are said as one.
std::optional<CronShape> asCron(const CalendarIntervalTrigger &trigger)
{
    using Dates = CronShape::Dates;
    const CivilDate start = trigger.dates().start;
    const CalendarStep &step = trigger.dates().step;
    CronShape shape;
    shape.rhythm = {CronRhythm::Kind::AtTimes, {trigger.secondOfDay()}, {}, {}};
    if (step == CalendarStep{0, 0, 0, 1})
        return shape;
    if (step == CalendarStep{0, 0, 1, 0} || step == CalendarStep{0, 0, 0, 7}) {
        shape.dates = Dates::Weekdays;
        shape.weekdays = {weekdayFromDays(daysFromCivil(start))};
        return shape;
    }
    if (step == CalendarStep{1, 0, 0, 0} || step == CalendarStep{0, 12, 0, 0}) {
        shape.dates = Dates::MonthDays;
        shape.months = {start.month};
        shape.monthDays.days = {start.day};
        return shape;
    }
    return {};
}

/// The dates of a cron trigger that fires in every second of them.
std::optional<CronShape> wholeDays(const Trigger &trigger)
{
    const auto *cron = trigger.as<CronTrigger>();
    if (!cron || cron->options().start || cron->options().end)
        return {};
    const CronMasks &masks = cron->fields().masks();
    if (masks.hours != everyHour || masks.minutes != everyMinute || masks.seconds != everySecond)
        return {};
    const CronShape shape = shapeOf(masks);
    return shape.dates == CronShape::Dates::EveryDay ? std::nullopt : std::optional(shape);
}

/// Finds the words, suffixes of each part included.
class Words
{
public:
    Words(const ScheduleGrammar &grammar, const Zone &home, SentenceDetail detail)
        : m_grammar(grammar),
          m_home(home),
          m_detail(detail)
    {
    }

    QString of(const Trigger &trigger) const
    {
        return std::visit(
            [&]<typename Kind>(const Kind &kind) {
                if constexpr (std::is_same_v<Kind, ExceptTrigger>) {
                    return except(kind, trigger.jitter());
                } else {
                    const QString text = say(kind);
                    return text.isEmpty() ? text : text + jitter(trigger.jitter());
                }
            },
            trigger.value());
    }

private:
    using Join = QString (ScheduleGrammar::*)(const QStringList &) const;

    QString say(const DateTrigger &trigger) const
    {
        const DateAndTime when = inZone(trigger.when(), trigger.zone());
        const bool atHome =
            trigger.zone().offsetAt(trigger.when()) == m_home.offsetAt(trigger.when());
        return m_grammar.once(when.date, when.time) + (atHome ? QString() : zone(trigger.zone()));
    }

    QString say(const IntervalTrigger &trigger) const
    {
        // Of short steps nobody needs to know when they began.
        const bool since = trigger.step() >= std::chrono::days(1);
        const QString start = since ? inZone(trigger.start(), trigger.zone()).both() : QString();
        QString text = m_grammar.interval(trigger.step(), start);
        if (since || trigger.end())
            text += zone(trigger.zone());
        return text + window({}, trigger.end(), trigger.zone());
    }

    QString say(const CronTrigger &trigger) const
    {
        const QString text = m_grammar.cron(shapeOf(trigger.fields().masks()));
        if (text.isEmpty())
            return text;
        return text + zone(trigger.zone()) +
               window(trigger.options().start, trigger.options().end, trigger.zone());
    }

    QString say(const CalendarIntervalTrigger &trigger) const
    {
        const CalendarIntervalTrigger::Dates &dates = trigger.dates();
        const auto cron = asCron(trigger);
        const QString text =
            cron ? m_grammar.cron(*cron)
                 : m_grammar.calendar(dates.step, dates.start, trigger.secondOfDay());
        return text + zone(trigger.zone()) +
               suffix(m_grammar.windowSuffix({}, dates.end ? dateText(*dates.end) : QString()));
    }

    QString say(const OrTrigger &trigger) const
    {
        return combined(trigger.triggers(), trigger.commonZone(), &ScheduleGrammar::either);
    }

    QString say(const AndTrigger &trigger) const
    {
        return combined(trigger.triggers(), trigger.commonZone(), &ScheduleGrammar::all);
    }

    /// `together`: the zone of all triggers, which is then said once.
    QString combined(const std::vector<Trigger> &triggers, const std::optional<Zone> &together,
                     Join join) const
    {
        if (triggers.size() == 1)
            return of(triggers.front());
        const Words parts(m_grammar, together ? *together : m_home, m_detail); // both outlive it
        QStringList texts;
        for (const Trigger &part : triggers) {
            const QString text = isCombined(part) ? QString() : parts.of(part);
            if (text.isEmpty())
                return {};
            texts.append(text);
        }
        return (m_grammar.*join)(texts) + (together ? zone(*together) : QString());
    }

    QString except(const ExceptTrigger &trigger, Duration jittered) const
    {
        QString base = of(trigger.base());
        if (base.isEmpty())
            return base;
        base += jitter(jittered);
        if (trigger.excluded().empty() && trigger.dates().empty())
            return base;
        ScheduleExceptions what;
        const Zone there = trigger.commonZone().value_or(m_home);
        const Words words(m_grammar, there, m_detail);
        for (const Trigger &excluded : trigger.excluded()) {
            const QString text = words.exclusion(excluded);
            if (text.isEmpty())
                ++what.unsaid;
            else
                what.schedules.append(text);
        }
        for (const CivilDate date : trigger.dates())
            what.dates.append(dateText(date));
        return m_grammar.except(base, what);
    }

    QString exclusion(const Trigger &trigger) const
    {
        if (m_detail == SentenceDetail::Brief || isCombined(trigger) || trigger.as<ExceptTrigger>())
            return {};
        const auto days = wholeDays(trigger);
        if (!days)
            return of(trigger);
        return m_grammar.dates(*days) + zone(trigger.as<CronTrigger>()->zone());
    }

    static QString suffix(const QString &text) { return text.isEmpty() ? text : u' ' + text; }

    QString zone(const Zone &zone) const
    {
        return sameZone(zone, m_home) ? QString() : suffix(m_grammar.zoneSuffix(zone.id()));
    }

    QString jitter(Duration longest) const
    {
        return longest == Duration::zero() ? QString() : suffix(m_grammar.jitterSuffix(longest));
    }

    QString window(std::optional<Instant> from, std::optional<Instant> until,
                   const Zone &zone) const
    {
        return suffix(m_grammar.windowSuffix(from ? inZone(*from, zone).brief() : QString(),
                                             until ? inZone(*until, zone).brief() : QString()));
    }

    const ScheduleGrammar &m_grammar;
    const Zone &m_home;
    SentenceDetail m_detail;
};

} // namespace

QString wordsFor(const Trigger &trigger, const ScheduleGrammar &grammar, const Zone &home,
                 SentenceDetail detail)
{
    return Words(grammar, home, detail).of(trigger);
}

} // namespace carillon
