// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/jobarguments.h"

#include "app/ctl/invocation.h"
#include "app/ctl/scheduleargument.h"
#include "core/triggers/triggerjson.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

#include <QDir>
#include <QFile>

namespace carillon::ctl {

namespace {

Error refuseOption(const char *option, const QString &why)
{
    return {ErrorCode::InvalidInput, u"--%1: %2"_qs.arg(QString::fromLatin1(option), why)};
}

Result<QJsonObject> readObjectFrom(const QString &name)
{
    QFile file(name);
    const bool isOpen =
        name == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Error{
            ErrorCode::NotFound,
            CoreText::tr("The file “%1” cannot be read: %2.").arg(name, file.errorString())};
    const auto value = parseJson(file.readAll());
    if (!value)
        return value.error();
    if (!value->isObject())
        return refuseOption("file", CoreText::tr("A job is an object."));
    return value->toObject();
}

QJsonObject merged(QJsonObject object, const QJsonObject &added)
{
    for (auto it = added.begin(); it != added.end(); ++it)
        object.insert(it.key(), *it);
    return object;
}

/// Reads the options one after the other into an object.
class JobOptionsReader
{
public:
    JobOptionsReader(const Invocation &invocation, const QStringList &command, Instant now)
        : m_invocation(invocation),
          m_command(command),
          m_now(now)
    {
    }

    Result<QJsonObject> read()
    {
        for (const auto step : {&JobOptionsReader::readFile, &JobOptionsReader::readAction,
                                &JobOptionsReader::readSurroundings, &JobOptionsReader::readTrigger,
                                &JobOptionsReader::readRules}) {
            if (const auto done = (this->*step)(); !done)
                return done.error();
        }
        return m_job;
    }

private:
    bool has(const char *option) const { return m_invocation.has(QString::fromLatin1(option)); }
    QString value(const char *option) const
    {
        return m_invocation.value(QString::fromLatin1(option));
    }

    Result<> readFile()
    {
        if (!has("file"))
            return {};
        const auto object = readObjectFrom(value("file"));
        if (!object)
            return object.error();
        m_job = *object;
        return {};
    }

    Result<> readAction()
    {
        const int ways = int(!m_command.isEmpty()) + int(has("shell")) + int(has("script")) +
                         int(has("func")) + int(has("http"));
        if (ways > 1)
            return Error{ErrorCode::InvalidInput,
                         CoreText::tr("What to do is said twice: one of a command, --shell, "
                                      "--script, --func and --http is accepted.")};
        if (!m_command.isEmpty())
            setAction(u"carillon:command"_qs, QJsonArray::fromStringList(m_command));
        if (has("shell")) {
            setAction(u"carillon:command"_qs, {value("shell")});
            m_kwargs.insert(u"shell"_qs, true);
        }
        if (has("script"))
            setAction(u"carillon:script"_qs, {QDir::current().absoluteFilePath(value("script"))});
        if (has("http"))
            setAction(u"carillon:http"_qs, {value("http")});
        if (has("func"))
            setAction(value("func"), {});
        return readArguments();
    }

    void setAction(const QString &func, const QJsonArray &args)
    {
        m_job.insert(u"func"_qs, func);
        m_job.insert(u"args"_qs, args);
        m_job.insert(u"kwargs"_qs, QJsonObject());
    }

    /// `--args` are the arguments of a function, or what follows the path of a script.
    Result<> readArguments()
    {
        if (has("args")) {
            const auto args = parseJson(value("args").toUtf8());
            if (!args || !args->isArray())
                return refuseOption("args", CoreText::tr("a JSON array is accepted, such as "
                                                         "[1, \"two\"]."));
            QJsonArray all = has("script") ? m_job.value(u"args").toArray() : QJsonArray();
            for (const QJsonValue &arg : args->toArray())
                all.append(arg);
            m_job.insert(u"args"_qs, all);
        }
        if (has("kwargs")) {
            const auto kwargs = parseJson(value("kwargs").toUtf8());
            if (!kwargs || !kwargs->isObject())
                return refuseOption("kwargs", CoreText::tr("a JSON object is accepted, such as "
                                                           "{\"depth\": 3}."));
            m_job.insert(u"kwargs"_qs, kwargs->toObject());
        }
        return {};
    }

    Result<> readSurroundings()
    {
        if (has("cwd"))
            m_kwargs.insert(u"cwd"_qs, QDir::current().absoluteFilePath(value("cwd")));
        QJsonObject environment;
        for (const QString &variable : m_invocation.values(u"env"_qs)) {
            const auto equals = variable.indexOf(u'=');
            if (equals < 1)
                return refuseOption("env", CoreText::tr("NAME=VALUE is accepted."));
            environment.insert(variable.left(equals), variable.mid(equals + 1));
        }
        if (!environment.isEmpty())
            m_kwargs.insert(u"env"_qs, environment);
        if (m_kwargs.isEmpty())
            return {};
        m_job.insert(u"kwargs"_qs, merged(m_job.value(u"kwargs").toObject(), m_kwargs));
        return {};
    }

    Result<> readTrigger()
    {
        if (!has("schedule"))
            return {};
        if (value("schedule") == u"manual") {
            m_job.insert(u"trigger"_qs, u"manual"_qs);
            return {};
        }
        Zone zone = Zone::system();
        if (has("zone")) {
            const auto named = Zone::named(value("zone"));
            if (!named)
                return refuseOption("zone", named.error().message);
            zone = *named;
        }
        const auto read = readSchedule(value("schedule"), value("dialect"), zone, m_now);
        if (!read)
            return refuseOption("schedule", read.error().message);
        m_job.insert(u"trigger"_qs, QJsonObject{{u"kind"_qs, triggerKind(read->trigger)},
                                                {u"args"_qs, triggerArgs(read->trigger)}});
        return {};
    }

    Result<> readRules()
    {
        const auto take = [this](const char *option, const QString &key) {
            if (has(option))
                m_job.insert(key, value(option));
        };
        const auto takeNumber = [this](const char *option, const QString &key) {
            if (has(option))
                m_job.insert(key, value(option).toInt());
        };
        take("name", u"name"_qs);
        take("group", u"group"_qs);
        take("notes", u"notes"_qs);
        take("queue", u"queue"_qs);
        take("overlap", u"overlap"_qs);
        takeNumber("timeout", u"timeout"_qs);
        takeNumber("retries", u"retries"_qs);
        takeNumber("grace", u"misfire_grace_time"_qs);
        if (has("tag"))
            m_job.insert(u"tags"_qs, QJsonArray::fromStringList(m_invocation.values(u"tag"_qs)));
        return {};
    }

    const Invocation &m_invocation;
    QStringList m_command;
    Instant m_now;
    QJsonObject m_job;
    QJsonObject m_kwargs; ///< added to those the job has
};

/// Those that surround a program whatever it is, and so outlive a change of it.
QJsonObject surroundingsOf(const QJsonObject &job)
{
    QJsonObject kept;
    const QJsonObject kwargs = job.value(u"kwargs").toObject();
    for (const QString &key : {u"cwd"_qs, u"env"_qs, u"stdin"_qs, u"encoding"_qs}) {
        if (kwargs.contains(key))
            kept.insert(key, kwargs.value(key));
    }
    return kept;
}

bool isProgram(const QJsonValue &func)
{
    return func == QJsonValue(u"carillon:command"_qs) || func == QJsonValue(u"carillon:script"_qs);
}

} // namespace

Result<QJsonObject> jobFromOptions(const Invocation &invocation, const QStringList &command,
                                   Instant now)
{
    return JobOptionsReader(invocation, command, now).read();
}

QJsonObject withChanges(const QJsonObject &job, const QJsonObject &changes)
{
    QJsonObject changed = merged(job, changes);
    const QJsonObject added = changes.value(u"kwargs").toObject();
    QJsonObject kwargs = job.value(u"kwargs").toObject();
    if (changes.contains(u"func")) {
        const bool staysProgram = isProgram(job.value(u"func")) && isProgram(changes[u"func"]);
        kwargs = staysProgram ? surroundingsOf(job) : QJsonObject();
    }
    const QJsonObject env = merged(kwargs.value(u"env").toObject(), added.value(u"env").toObject());
    kwargs = merged(kwargs, added);
    if (!env.isEmpty())
        kwargs.insert(u"env"_qs, env);
    if (!kwargs.isEmpty() || changed.contains(u"kwargs"))
        changed.insert(u"kwargs"_qs, kwargs);
    return changed;
}

} // namespace carillon::ctl
