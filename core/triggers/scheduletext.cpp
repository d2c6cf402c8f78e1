// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/scheduletext.h"

#include "core/time/civil.h"
#include "core/triggers/schedulegrammar.h"
#include "core/triggers/triggerjson.h"

namespace carillon {

namespace {

constexpr qsizetype longestText = 89; // under 90 characters

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

/// Puts the suffixes of one trigger behind its sentence.
class Sentence
{
public:
    Sentence(const ScheduleGrammar &grammar, const Zone &home) : m_grammar(grammar), m_home(home) {}

    QString operator()(const DateTrigger &trigger) const
    {
        const DateAndTime when = inZone(trigger.when(), trigger.zone());
        const bool atHome =
            trigger.zone().offsetAt(trigger.when()) == m_home.offsetAt(trigger.when());
        return m_grammar.once(when.date, when.time) + (atHome ? QString() : zone(trigger.zone()));
    }

    QString operator()(const IntervalTrigger &trigger) const
    {
        // Of short steps nobody needs to know when they began.
        const bool since = trigger.step() >= std::chrono::days(1);
        const QString start = since ? inZone(trigger.start(), trigger.zone()).both() : QString();
        QString text = m_grammar.interval(trigger.step(), start);
        if (since || trigger.end())
            text += zone(trigger.zone());
        return text + window({}, trigger.end(), trigger.zone());
    }

    QString operator()(const CronTrigger &trigger) const
    {
        const QString text = m_grammar.cron(shapeOf(trigger.fields().masks()));
        return text.isEmpty() ? text : text + suffixes(trigger);
    }

    QString operator()(const auto &) const { return {}; }

    QString suffixes(const CronTrigger &trigger) const
    {
        return zone(trigger.zone()) +
               window(trigger.options().start, trigger.options().end, trigger.zone());
    }

private:
    QString zone(const Zone &zone) const
    {
        return sameZone(zone, m_home) ? QString() : u' ' + m_grammar.zoneSuffix(zone.id());
    }

    QString window(std::optional<Instant> from, std::optional<Instant> until,
                   const Zone &zone) const
    {
        const QString text =
            m_grammar.windowSuffix(from ? inZone(*from, zone).brief() : QString(),
                                   until ? inZone(*until, zone).brief() : QString());
        return text.isEmpty() ? text : u' ' + text;
    }

    const ScheduleGrammar &m_grammar;
    const Zone &m_home;
};

/// The expression, shortened in its middle to fit.
QString customText(const Trigger &trigger, const ScheduleGrammar &grammar)
{
    QString expression = scheduleExpression(trigger);
    const qsizetype room = longestText - grammar.custom({}).size();
    if (expression.size() > room) {
        const qsizetype half = (room - 1) / 2;
        expression = expression.first(half) + u'…' + expression.last(half);
    }
    return grammar.custom(expression);
}

} // namespace

QString scheduleText(const std::optional<Trigger> &trigger, const QLocale &locale, const Zone &home)
{
    const ScheduleGrammar &grammar =
        locale.language() == QLocale::Chinese ? chineseGrammar() : englishGrammar();
    if (!trigger)
        return grammar.manual();
    const QString text = std::visit(Sentence(grammar, home), trigger->value());
    const bool fits = !text.isEmpty() && text.size() <= longestText;
    return fits ? text : customText(*trigger, grammar);
}

QString scheduleExpression(const std::optional<Trigger> &trigger)
{
    if (!trigger)
        return u"manual"_qs;
    const QString kind = triggerKind(*trigger);
    const QJsonObject args = triggerArgs(*trigger);
    QStringList parts;
    for (const QString &name : triggerArguments(kind)) {
        const QJsonValue value = args.value(name);
        if (value.isUndefined() || name == u"timezone")
            continue;
        const QString text = value.isString() ? u'\'' + value.toString() + u'\''
                                              : QString::number(value.toDouble(), 'g', 15);
        parts.append(name + u'=' + text);
    }
    return u"%1[%2]"_qs.arg(kind, parts.join(u", "));
}

} // namespace carillon
