// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/fieldchecks.h"

#include "ui/editors/fieldmessage.h"

#include <QEvent>

#include <algorithm>

namespace carillon::ui {

namespace {

constexpr std::chrono::milliseconds typingPause{400};

} // namespace

FieldChecks::FieldChecks(Check check, QObject *parent) : QObject(parent), m_check(std::move(check))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &FieldChecks::refresh);
}

FieldMessage *FieldChecks::add(const QStringList &names, QWidget *field)
{
    auto *message = new FieldMessage(field);
    m_entries.push_back({names, message});
    field->installEventFilter(this);
    if (QWidget *inner = field->focusProxy())
        inner->installEventFilter(this);
    return message;
}

void FieldChecks::edited(const QWidget *field)
{
    Entry *entry = find(field);
    if (!entry)
        return;
    entry->touched = true;
    entry->fromElsewhere = false;
    m_pause.start();
}

void FieldChecks::clear()
{
    m_pause.stop();
    for (Entry &entry : m_entries) {
        entry.touched = false;
        entry.fromElsewhere = false;
        entry.message->setProblem({});
    }
}

bool FieldChecks::show(const Error &error, bool always)
{
    Entry *entry = find(error.field);
    if (!entry)
        return false;
    if (!always && !entry->touched)
        return true;
    entry->touched = true;
    entry->fromElsewhere = true;
    entry->message->setProblem(error.message);
    return true;
}

bool FieldChecks::focus(const Error &error)
{
    Entry *entry = find(error.field);
    if (!entry)
        return false;
    entry->message->field()->setFocus(Qt::OtherFocusReason);
    return true;
}

bool FieldChecks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        // A field that was only passed through on the way elsewhere counts as touched, too.
        if (Entry *entry = find(watched)) {
            entry->touched = true;
            refresh();
        }
    }
    return QObject::eventFilter(watched, event);
}

void FieldChecks::refresh()
{
    m_pause.stop();
    const std::vector<Error> errors = m_check();
    for (Entry &entry : m_entries) {
        if (!entry.touched || entry.fromElsewhere)
            continue;
        const auto error = std::find_if(errors.begin(), errors.end(), [&](const Error &e) {
            return entry.names.contains(e.field);
        });
        entry.message->setProblem(error == errors.end() ? QString() : error->message);
    }
}

FieldChecks::Entry *FieldChecks::find(const QString &name)
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &e) { return e.names.contains(name); });
    return entry == m_entries.end() ? nullptr : &*entry;
}

FieldChecks::Entry *FieldChecks::find(const QObject *field)
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) {
        return e.message->field() == field || e.message->field()->focusProxy() == field;
    });
    return entry == m_entries.end() ? nullptr : &*entry;
}

} // namespace carillon::ui
