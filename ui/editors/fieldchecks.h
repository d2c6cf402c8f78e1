// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace carillon::ui {

class FieldMessage;

/// Decides when the fields of an editor show what is wrong with them: 400 ms after typing stops or
/// on leaving the field, and never in a field that has not been touched.
class FieldChecks : public QObject
{
    Q_OBJECT

public:
    /// Everything wrong with the fields as they are now, in reading order.
    using Check = std::function<std::vector<Error>()>;

    FieldChecks(Check check, QObject *parent);

    /// Errors about any of `names` belong to `field`. The caller places the message.
    FieldMessage *add(const QStringList &names, QWidget *field);

    /// The user changed the field: what was shown there is looked at again soon.
    void edited(const QWidget *field);
    /// As if nothing had been touched yet.
    void clear();

    /// Shows an error found elsewhere under the field it blames; it stays until that is edited.
    /// Untouched fields are left alone unless `always`. False if no field here goes by that name.
    bool show(const Error &error, bool always = true);
    /// Moves to the field the error blames; false if it is none of ours.
    bool focus(const Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        QStringList names;
        FieldMessage *message;
        bool touched = false;
        bool fromElsewhere = false;
    };

    void refresh();
    Entry *find(const QString &name);
    Entry *find(const QObject *field);

    Check m_check;
    std::vector<Entry> m_entries;
    QTimer m_pause;
};

} // namespace carillon::ui
