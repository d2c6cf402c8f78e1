// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/instant.h"

#include <QComboBox>
#include <QDoubleSpinBox>

#include <vector>

namespace carillon::ui {

/// A length of time as a number and a unit. Shows what it was given exactly, in the largest unit
/// that needs no fraction, and returns it unchanged until the user edits it.
class DurationEdit : public QWidget
{
    Q_OBJECT

public:
    enum class Unit { Second, Minute, Hour, Day, Week };

    /// The children are named `name` with `Spin` and `Unit` at the end.
    DurationEdit(const QString &name, std::vector<Unit> units);

    Duration value() const;
    void setValue(Duration value);
    /// In seconds; the smallest value that can be entered. Zero unless set.
    void setMinimum(std::chrono::seconds least);
    /// For screen readers: what the number is.
    void setSpokenName(const QString &name);

signals:
    void valueChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void noteEdit();
    Duration unitLength() const;

    std::vector<Unit> m_units;
    Duration m_exact{0};
    bool m_edited = false;
    std::chrono::seconds m_least{0};
    QDoubleSpinBox *m_number;
    QComboBox *m_unit;
};

} // namespace carillon::ui
