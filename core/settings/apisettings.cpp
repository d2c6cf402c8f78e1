// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/apisettings.h"

#include "core/util/logging.h"

#include <QSettings>

#include <functional>

namespace carillon {

namespace {

QString defaultsPrefix()
{
    return u"SCHEDULER_JOB_DEFAULTS/"_qs;
}

/// Reads what is there; a value that is not accepted leaves the default and is told in the log.
class ApiReader
{
public:
    explicit ApiReader(const QSettings &file) : m_file(file) {}

    void text(const QString &key, QString &field) const
    {
        field = m_file.value(key, field).toString().trimmed();
    }
    void texts(const QString &key, QStringList &field) const
    {
        if (!m_file.contains(key))
            return;
        field.clear();
        const QStringList items = m_file.value(key).toStringList();
        for (const QString &item : items) {
            if (!item.trimmed().isEmpty())
                field.append(item.trimmed());
        }
    }
    /// `yes` and `no` are the words of that key.
    void flag(const QString &key, bool &field, const QString &yes = u"true"_qs,
              const QString &no = u"false"_qs) const
    {
        if (!m_file.contains(key))
            return;
        const QString word = m_file.value(key).toString().toLower();
        if (word == yes || word == no)
            field = word == yes;
        else
            complain(key, word);
    }
    void count(const QString &key, int least, std::function<void(int)> take) const
    {
        if (!m_file.contains(key))
            return;
        bool isNumber = false;
        const int number = m_file.value(key).toString().toInt(&isNumber);
        if (isNumber && number >= least)
            take(number);
        else
            complain(key, m_file.value(key).toString());
    }

private:
    static void complain(const QString &key, const QString &text)
    {
        log::app().warn("setting {}: '{}' is not accepted; the default is used", key, text);
    }

    const QSettings &m_file;
};

void readJobDefaults(const QSettings &file, Rules &rules)
{
    const ApiReader read(file);
    bool coalesce = rules.missed != MissedRule::RunAll;
    read.flag(defaultsPrefix() + u"coalesce"_qs, coalesce);
    rules.missed = coalesce ? MissedRule::RunOnce : MissedRule::RunAll;
    read.count(defaultsPrefix() + u"max_instances"_qs, 1,
               [&rules](int number) { rules.maxInstances = number; });
    const QString grace = defaultsPrefix() + u"misfire_grace_time"_qs;
    if (file.value(grace).toString().toLower() == u"none")
        rules.grace.reset();
    else
        read.count(grace, 1, [&rules](int number) { rules.grace = std::chrono::seconds(number); });
}

/// Writes what differs from a default, and takes away what does not.
template <typename Value>
void keep(QSettings &file, const QString &key, const Value &value, const Value &standard)
{
    if (value == standard)
        file.remove(key);
    else
        file.setValue(key, value);
}

void writeJobDefaults(QSettings &file, const Rules &rules)
{
    const auto coalesces = [](const Rules &each) { return each.missed != MissedRule::RunAll; };
    const auto grace = [](const Rules &each) {
        return each.grace ? QString::number(each.grace->count()) : u"none"_qs;
    };
    const Rules standard;
    keep(file, defaultsPrefix() + u"coalesce"_qs, coalesces(rules), coalesces(standard));
    keep(file, defaultsPrefix() + u"max_instances"_qs, rules.maxInstances, standard.maxInstances);
    keep(file, defaultsPrefix() + u"misfire_grace_time"_qs, grace(rules), grace(standard));
}

} // namespace

void readApiSettings(const QSettings &file, ApiSettings &settings)
{
    const ApiReader read(file);
    read.flag(u"SCHEDULER_VIEWS_ENABLED"_qs, settings.isEnabled);
    read.flag(u"SCHEDULER_API_ENABLED"_qs, settings.isEnabled);
    read.text(u"SCHEDULER_API_PREFIX"_qs, settings.prefix);
    read.texts(u"SCHEDULER_ALLOWED_HOSTS"_qs, settings.allowedHosts);
    read.text(u"SCHEDULER_TIMEZONE"_qs, settings.timezone);
    read.text(u"api/listen"_qs, settings.listen);
    read.flag(u"api/auth"_qs, settings.asksForLogin, u"on"_qs, u"off"_qs);
    read.text(u"api/user"_qs, settings.user);
    read.text(u"api/password_hash"_qs, settings.passwordHash);
    read.texts(u"api/names"_qs, settings.names);
    read.texts(u"api/proxies"_qs, settings.proxies);
    read.texts(u"api/functions"_qs, settings.functions);
    read.text(u"api/certificate"_qs, settings.certificate);
    read.text(u"api/key"_qs, settings.key);
    read.flag(u"api/allow_plain_http"_qs, settings.allowsPlainHttp);
    readJobDefaults(file, settings.jobDefaults);
}

void writeApiSettings(QSettings &file, const ApiSettings &settings)
{
    const ApiSettings standard;
    file.remove(u"SCHEDULER_VIEWS_ENABLED"_qs); // the new name has its value
    keep(file, u"SCHEDULER_API_ENABLED"_qs, settings.isEnabled, standard.isEnabled);
    keep(file, u"SCHEDULER_API_PREFIX"_qs, settings.prefix, standard.prefix);
    keep(file, u"SCHEDULER_ALLOWED_HOSTS"_qs, settings.allowedHosts, standard.allowedHosts);
    keep(file, u"SCHEDULER_TIMEZONE"_qs, settings.timezone, standard.timezone);
    keep(file, u"api/listen"_qs, settings.listen, standard.listen);
    keep(file, u"api/auth"_qs, settings.asksForLogin ? u"on"_qs : u"off"_qs, u"on"_qs);
    keep(file, u"api/user"_qs, settings.user, standard.user);
    keep(file, u"api/password_hash"_qs, settings.passwordHash, standard.passwordHash);
    keep(file, u"api/names"_qs, settings.names, standard.names);
    keep(file, u"api/proxies"_qs, settings.proxies, standard.proxies);
    keep(file, u"api/functions"_qs, settings.functions, standard.functions);
    keep(file, u"api/certificate"_qs, settings.certificate, standard.certificate);
    keep(file, u"api/key"_qs, settings.key, standard.key);
    keep(file, u"api/allow_plain_http"_qs, settings.allowsPlainHttp, standard.allowsPlainHttp);
    writeJobDefaults(file, settings.jobDefaults);
}

} // namespace carillon
