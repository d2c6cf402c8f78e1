// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/zonecombo.h"

#include <QCompleter>
#include <QSignalBlocker>

namespace carillon::ui {

ZoneCombo::ZoneCombo(const QString &name)
{
    setObjectName(name);
    setEditable(true);
    setInsertPolicy(NoInsert);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(24);
    addItems(Zone::availableIds());
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    setZone(Zone::system());
    connect(this, &QComboBox::currentTextChanged, this, &ZoneCombo::zoneEdited);
}

Result<Zone> ZoneCombo::zone() const
{
    const QString text = currentText().trimmed();
    const int known = findText(text, Qt::MatchFixedString); // whatever its case
    auto zone = Zone::named(known < 0 ? text : itemText(known));
    if (zone)
        return zone;
    return Error{ErrorCode::InvalidInput,
                 tr("“%1” is not a time zone — use a name like Asia/Shanghai or an offset like "
                    "+08:00.")
                     .arg(text),
                 u"timezone"_qs};
}

void ZoneCombo::setZone(const Zone &zone)
{
    const QSignalBlocker quiet(this);
    if (findText(zone.id(), Qt::MatchExactly) < 0)
        insertItem(0, zone.id());
    setCurrentIndex(findText(zone.id(), Qt::MatchExactly));
}

} // namespace carillon::ui
