// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/crontabimport.h"

#include "core/time/zone.h"
#include "core/triggers/cronsyntax.h"
#include "core/util/coretext.h"

#include <QMap>

namespace carillon {

namespace {

constexpr int longestName = 60;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

/// Takes the first word off, with the blanks behind it.
QStringView takeWord(QStringView &text)
{
    qsizetype end = 0;
    while (end < text.size() && !isBlank(text[end]))
        ++end;
    const QStringView word = text.first(end);
    while (end < text.size() && isBlank(text[end]))
        ++end;
    text = text.sliced(end);
    return word;
}

QString unquoted(QStringView value)
{
    const bool isQuoted = value.size() >= 2 && (value.front() == u'"' || value.front() == u'\'') &&
                          value.back() == value.front();
    return (isQuoted ? value.sliced(1, value.size() - 2) : value).toString();
}

/// Reads line by line; what a line sets holds for those after it.
class CrontabReader
{
public:
    explicit CrontabReader(const CrontabSurroundings &surroundings) : m_surroundings(surroundings)
    {
    }

    void read(QStringView line)
    {
        ++m_line;
        const QStringView text = line.trimmed();
        if (text.isEmpty()) {
            m_comments.clear();
        } else if (text.front() == u'#') {
            m_comments += text.sliced(1).trimmed().toString();
        } else {
            if (!readVariable(text))
                readJob(text);
            m_comments.clear();
        }
    }

    ImportPlan takePlan()
    {
        if (m_hasMail)
            m_plan.remarks +=
                CoreText::tr("Cron sent output by mail; here it is kept with each run.");
        return std::move(m_plan);
    }

private:
    bool readVariable(QStringView text)
    {
        const auto equals = text.indexOf(u'=');
        if (equals < 1)
            return false;
        const QString name = unquoted(text.first(equals).trimmed());
        for (const QChar c : name) {
            if (!c.isLetterOrNumber() && c != u'_')
                return false;
        }
        if (name.isEmpty() || name.front().isDigit())
            return false;
        const QString value = unquoted(text.sliced(equals + 1).trimmed());
        if (name == u"MAILTO" || name == u"MAILFROM")
            m_hasMail = m_hasMail || (name == u"MAILTO" && !value.isEmpty());
        else
            m_variables.insert(name, value);
        return true;
    }

    void readJob(QStringView text)
    {
        ImportEntry entry{m_line, text.toString()};
        if (text.front() == u'-') // cronie: do not log
            text = text.sliced(1);
        const bool isReboot = text.startsWith(u"@reboot", Qt::CaseInsensitive);
        const QString schedule = takeSchedule(text);
        QString user = m_surroundings.user;
        if (m_surroundings.hasUserColumn)
            user = takeWord(text).toString();
        const CrontabCommand command = readCrontabCommand(text);
        if (command.line.isEmpty()) {
            entry.refuse(CoreText::tr("The command is missing."));
        } else {
            entry.job = jobOf(command);
            if (user != m_surroundings.user)
                entry.notes += CoreText::tr("Ran as “%1”; here it runs as you.").arg(user);
            if (isReboot)
                setReboot(entry);
            else
                setSchedule(entry, schedule);
        }
        m_plan.entries.push_back(entry);
    }

    static QString takeSchedule(QStringView &text)
    {
        QStringList fields;
        const int count = text.front() == u'@' ? 1 : 5;
        while (fields.size() < count && !text.isEmpty())
            fields += takeWord(text).toString();
        return fields.join(u' ');
    }

    QJsonObject jobOf(const CrontabCommand &command) const
    {
        QMap<QString, QString> environment = m_variables;
        environment.remove(u"CRON_TZ"_qs);
        environment.remove(u"RANDOM_DELAY"_qs);
        const QString shell = environment.take(u"SHELL"_qs);
        QJsonObject kwargs{{u"cwd"_qs, environment.value(u"HOME"_qs, m_surroundings.home)}};
        const bool isUsual = shell.isEmpty() || shell == u"/bin/sh";
        QJsonArray args{command.line};
        if (isUsual)
            kwargs.insert(u"shell"_qs, true);
        else
            args = {shell, u"-c"_qs, command.line};
        if (!command.input.isEmpty())
            kwargs.insert(u"stdin"_qs, command.input);
        if (!environment.isEmpty()) {
            QJsonObject variables;
            for (auto it = environment.begin(); it != environment.end(); ++it)
                variables.insert(it.key(), it.value());
            kwargs.insert(u"env"_qs, variables);
        }
        // Cron starts a command whether or not its last run has ended, and makes up for nothing.
        QJsonObject job{{u"name"_qs, command.line.left(longestName)},
                        {u"func"_qs, u"carillon:command"_qs},
                        {u"args"_qs, args},
                        {u"kwargs"_qs, kwargs},
                        {u"max_instances"_qs, 1000},
                        {u"misfire_grace_time"_qs, 60}};
        if (!m_comments.isEmpty())
            job.insert(u"notes"_qs, m_comments.join(u'\n'));
        return job;
    }

    static void setReboot(ImportEntry &entry)
    {
        entry.job.insert(u"trigger"_qs, u"manual"_qs);
        entry.notes += CoreText::tr("Carillon has no schedule “at start-up”: it runs only when "
                                    "started, for example by “carillonctl jobs run” at log-in.");
    }

    void setSchedule(ImportEntry &entry, const QString &schedule) const
    {
        const auto masks = readCron(CronDialect::Crontab, schedule);
        if (!masks) {
            entry.refuse(masks.error().message());
            return;
        }
        QJsonObject args{{u"expr"_qs, schedule}, {u"dialect"_qs, u"crontab"_qs}};
        const QString zone = m_variables.value(u"CRON_TZ"_qs);
        if (!zone.isEmpty()) {
            if (const auto known = Zone::named(zone); !known) {
                entry.refuse(u"CRON_TZ: "_qs + known.error().message);
                return;
            }
            args.insert(u"timezone"_qs, zone);
        }
        setDelay(entry, args);
        entry.job.insert(u"trigger"_qs, QJsonObject{{u"kind"_qs, u"expr"_qs}, {u"args"_qs, args}});
    }

    void setDelay(ImportEntry &entry, QJsonObject &args) const
    {
        const QString text = m_variables.value(u"RANDOM_DELAY"_qs);
        if (text.isEmpty())
            return;
        bool isNumber = false;
        const int minutes = text.toInt(&isNumber);
        if (!isNumber || minutes < 0 || minutes > 24 * 60) {
            entry.notes += CoreText::tr("RANDOM_DELAY “%1” is no number of minutes and is left "
                                        "out.")
                               .arg(text);
        } else if (minutes > 0) {
            args.insert(u"jitter"_qs, minutes * 60);
            entry.notes += CoreText::tr("RANDOM_DELAY is drawn anew for each run; cron draws it "
                                        "once when it starts.");
        }
    }

    const CrontabSurroundings &m_surroundings;
    ImportPlan m_plan;
    QMap<QString, QString> m_variables;
    QStringList m_comments; ///< right above the next line
    bool m_hasMail = false;
    int m_line = 0;
};

} // namespace

CrontabCommand readCrontabCommand(QStringView text)
{
    CrontabCommand command;
    QString *part = &command.line;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\' && i + 1 < text.size() && text[i + 1] == u'%') {
            *part += text[++i];
        } else if (text[i] == u'%') {
            if (part == &command.input)
                *part += u'\n';
            part = &command.input;
        } else {
            *part += text[i];
        }
    }
    command.line = command.line.trimmed();
    if (!command.input.isEmpty())
        command.input += u'\n';
    return command;
}

ImportPlan planFromCrontab(const QString &text, const CrontabSurroundings &surroundings)
{
    CrontabReader reader(surroundings);
    for (const QString &line : text.split(u'\n'))
        reader.read(line);
    return reader.takePlan();
}

} // namespace carillon
