// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/scheduletext.h"

#include "core/triggers/schedulesentence.h"
#include "core/triggers/triggerjson.h"

namespace carillon {

namespace {

constexpr qsizetype longestText = 89; // under 90 characters

/// `cron[hour='9']`
QString plainExpression(const Trigger &trigger)
{
    const QString kind = triggerKind(trigger);
    const QJsonObject args = triggerArgs(trigger);
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

QStringList expressions(const std::vector<Trigger> &triggers)
{
    QStringList texts;
    for (const Trigger &trigger : triggers)
        texts.append(scheduleExpression(trigger));
    return texts;
}

/// `except[cron[hour='9'], cron[day_of_week='sun'], '2026-12-25']`
QString exceptExpression(const ExceptTrigger &except)
{
    QStringList parts = expressions(except.excluded());
    parts.prepend(scheduleExpression(except.base()));
    for (const CivilDate date : except.dates())
        parts.append(u'\'' + dateText(date) + u'\'');
    return u"except[%1]"_qs.arg(parts.join(u", "));
}

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
    for (const auto detail : {SentenceDetail::Full, SentenceDetail::Brief}) {
        const QString words = wordsFor(*trigger, grammar, home, detail);
        if (!words.isEmpty() && words.size() <= longestText)
            return grammar.sentence(words);
    }
    return customText(*trigger, grammar);
}

QString scheduleExpression(const std::optional<Trigger> &trigger)
{
    if (!trigger)
        return u"manual"_qs;
    if (const auto *either = trigger->as<OrTrigger>())
        return u"or[%1]"_qs.arg(expressions(either->triggers()).join(u", "));
    if (const auto *all = trigger->as<AndTrigger>())
        return u"and[%1]"_qs.arg(expressions(all->triggers()).join(u", "));
    if (const auto *except = trigger->as<ExceptTrigger>())
        return exceptExpression(*except);
    const auto *cron = trigger->as<CronTrigger>();
    if (cron && cron->notation().dialect != CronDialect::ApschedulerFields)
        return cron->notation().expression;
    return plainExpression(*trigger);
}

} // namespace carillon
