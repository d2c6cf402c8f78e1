// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/aliassettings.h"

#include "core/util/logging.h"

#include <QSettings>

namespace carillon {

namespace {

const QString &executorsPrefix()
{
    static const QString prefix = u"executors/"_qs;
    return prefix;
}

const QString &queuesPrefix()
{
    static const QString prefix = u"queues/"_qs;
    return prefix;
}

const QStringList &kindWords()
{
    static const QStringList words{u"threadpool"_qs, u"processpool"_qs}; // as ExecutorKind has them
    return words;
}

/// `executors/<alias>/<field>`; an empty alias if the key is another one.
struct ExecutorKey
{
    QString alias = {};
    QString field = {};

    explicit ExecutorKey(const QString &key)
    {
        const auto slash = key.lastIndexOf(u'/');
        for (const QString &prefix : {executorsPrefix(), u"SCHEDULER_EXECUTORS/"_qs}) {
            if (!key.startsWith(prefix) || slash < prefix.size())
                continue;
            field = key.mid(slash + 1);
            if (field == u"max_workers" || field == u"type")
                alias = key.mid(prefix.size(), slash - prefix.size());
        }
    }
};

/// Nothing if it is no number from 1 to 1000.
std::optional<int> readNumber(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= 1 && number <= 1000 ? std::optional(number) : std::nullopt;
}

bool readField(const QString &field, const QString &text, ExecutorAlias &executor)
{
    if (field == u"type") {
        const auto index = kindWords().indexOf(text);
        if (index >= 0)
            executor.kind = ExecutorKind(index);
        return index >= 0;
    }
    const auto number = readNumber(text);
    executor.workers = number.value_or(executor.workers);
    return number.has_value();
}

bool readQueue(const QString &name, const QString &text, Settings &settings)
{
    const auto number = readNumber(text);
    if (number)
        settings.queues.insert(name, *number);
    return number.has_value();
}

} // namespace

void readAliases(const QSettings &file, Settings &settings)
{
    const QStringList keys = file.allKeys();
    for (const QString &key : keys) {
        const QString text = file.value(key).toString();
        const ExecutorKey executor(key);
        bool isRead = true;
        if (!executor.alias.isEmpty())
            isRead = readField(executor.field, text, settings.executors[executor.alias]);
        else if (key.startsWith(queuesPrefix()))
            isRead = readQueue(key.mid(queuesPrefix().size()), text, settings);
        if (!isRead)
            log::app().warn("setting {}: '{}' is not accepted; the default is used", key, text);
    }
}

void writeAliases(QSettings &file, const Settings &settings)
{
    const QStringList keys = file.allKeys();
    for (const QString &key : keys) {
        if (key.startsWith(queuesPrefix()) || !ExecutorKey(key).alias.isEmpty())
            file.remove(key);
    }
    for (auto it = settings.executors.begin(); it != settings.executors.end(); ++it) {
        const QString prefix = executorsPrefix() + it.key();
        file.setValue(prefix + u"/max_workers"_qs, it->workers);
        file.setValue(prefix + u"/type"_qs, kindWords().at(int(it->kind)));
    }
    for (auto it = settings.queues.begin(); it != settings.queues.end(); ++it)
        file.setValue(queuesPrefix() + it.key(), *it);
}

} // namespace carillon
