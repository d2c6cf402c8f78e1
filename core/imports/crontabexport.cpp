// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/crontabexport.h"

#include "core/triggers/cronsyntax.h"
#include "core/util/coretext.h"

#include <QRegularExpression>

namespace carillon {

namespace {

QString shellWord(const QString &word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./-]+$"_qs);
    if (plain.match(word).hasMatch())
        return word;
    QString quoted = word;
    quoted.replace(u'\'', u"'\\''"_qs);
    return u'\'' + quoted + u'\'';
}

/// The schedule's five fields, or why it has none.
Result<QString> crontabFields(const Job &job)
{
    const auto refuse = [](const QString &why) { return Error{ErrorCode::InvalidInput, why}; };
    if (!job.trigger)
        return refuse(CoreText::tr("it has no schedule"));
    const auto *const cron = job.trigger->as<CronTrigger>();
    if (!cron)
        return refuse(CoreText::tr("its schedule is no cron schedule"));
    if (cron->options().start || cron->options().end)
        return refuse(CoreText::tr("its schedule begins or ends at a time"));
    const auto masks = readCron(cron->notation());
    const auto fields = masks ? printCron(CronDialect::Crontab, *masks) : std::optional<QString>();
    if (!fields)
        return refuse(CoreText::tr("a crontab has no words for its schedule"));
    return *fields;
}

QString withSurroundings(const QString &command, const ProcessSurroundings &surroundings)
{
    QString line = command;
    for (auto it = surroundings.environment.begin(); it != surroundings.environment.end(); ++it)
        line = u"%1=%2 %3"_qs.arg(it.key(), shellWord(it.value()), line);
    if (!surroundings.folder.isEmpty())
        line = u"cd %1 && %2"_qs.arg(shellWord(surroundings.folder), line);
    line.replace(u'%', u"\\%"_qs);
    if (surroundings.input.isEmpty())
        return line;
    QString input = surroundings.input;
    if (input.endsWith(u'\n'))
        input.chop(1);
    input.replace(u'%', u"\\%"_qs);
    return line + u'%' + input.replace(u'\n', u'%');
}

/// Of a line for the shell, a simple command only takes variables before it.
QString shellCommand(const CommandAction &action)
{
    if (!action.shell)
        return shellLine(QStringList{action.program} + action.arguments);
    const bool isPlain = action.surroundings.environment.isEmpty();
    return isPlain ? action.program : shellLine({u"/bin/sh"_qs, u"-c"_qs, action.program});
}

Result<QString> crontabCommand(const Job &job)
{
    const auto refuse = [](const QString &why) { return Error{ErrorCode::InvalidInput, why}; };
    QString line;
    if (const auto *const command = std::get_if<CommandAction>(&job.action))
        line = withSurroundings(shellCommand(*command), command->surroundings);
    else if (const auto *const script = std::get_if<ScriptAction>(&job.action))
        line = withSurroundings(shellLine(QStringList{script->path} + script->arguments),
                                script->surroundings);
    else
        return refuse(CoreText::tr("it runs no program"));
    if (line.contains(u'\n'))
        return refuse(CoreText::tr("its command has several lines"));
    return line;
}

class CrontabWriter
{
public:
    explicit CrontabWriter(const Zone &home) : m_zone(home) {}

    void write(const Job &job)
    {
        const auto fields = crontabFields(job);
        const auto command = crontabCommand(job);
        QString name = job.name;
        m_result.text += u"\n# %1\n"_qs.arg(name.replace(u'\n', u' '));
        if (!fields || !command) {
            const QString why = fields ? command.error().message : fields.error().message;
            m_result.text += u"# "_qs + CoreText::tr("left out: %1").arg(why) + u'\n';
            m_result.leftOut += job.id.text;
            return;
        }
        setZone(job.trigger->as<CronTrigger>()->zone());
        // A paused job is there, but does not run.
        m_result.text += (job.paused ? u"# "_qs : QString()) + *fields + u' ' + *command + u'\n';
        ++m_result.written;
    }

    CrontabExport take() { return std::move(m_result); }

private:
    void setZone(const Zone &zone)
    {
        if (zone == m_zone)
            return;
        m_zone = zone;
        m_result.text += u"CRON_TZ=%1\n"_qs.arg(zone.id());
    }

    CrontabExport m_result{u"# "_qs + CoreText::tr("Written by Carillon.") + u'\n'};
    Zone m_zone;
};

} // namespace

QString shellLine(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted += shellWord(word);
    return quoted.join(u' ');
}

CrontabExport crontabOf(const std::vector<Job> &jobs, const Zone &home)
{
    CrontabWriter writer(home);
    for (const Job &job : jobs)
        writer.write(job);
    return writer.take();
}

} // namespace carillon
