// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/durationedit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace carillon::ui {

namespace {

Duration lengthOf(DurationEdit::Unit unit)
{
    using namespace std::chrono_literals;
    switch (unit) {
    case DurationEdit::Unit::Second: return 1s;
    case DurationEdit::Unit::Minute: return 1min;
    case DurationEdit::Unit::Hour: return 1h;
    case DurationEdit::Unit::Day: return 24h;
    case DurationEdit::Unit::Week: return 168h;
    }
    return 1s;
}

/// Writes 90 rather than 90.000000.
class NumberBox : public QDoubleSpinBox
{
public:
    QString textFromValue(double value) const override
    {
        QLocale plain = locale();
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        return plain.toString(value, 'f', QLocale::FloatingPointShortest);
    }
};

} // namespace

DurationEdit::DurationEdit(const QString &name, std::vector<Unit> units)
    : m_units(std::move(units)),
      m_number(new NumberBox),
      m_unit(new QComboBox)
{
    setObjectName(name);
    m_number->setObjectName(name + u"Spin"_qs);
    m_number->setDecimals(6);
    m_number->setRange(0, 999'999'999);
    m_number->setMinimumWidth(fontMetrics().horizontalAdvance(u'0') * 11);
    m_unit->setObjectName(name + u"Unit"_qs);
    for (const Unit unit : m_units)
        m_unit->addItem({}, int(unit));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_number);
    layout->addWidget(m_unit);
    layout->addStretch();
    setFocusProxy(m_number);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &DurationEdit::noteEdit);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &DurationEdit::noteEdit);
    retranslate();
}

Duration DurationEdit::value() const
{
    if (!m_edited)
        return m_exact;
    return Duration(std::llround(m_number->value() * double(unitLength().count())));
}

void DurationEdit::setValue(Duration value)
{
    const QSignalBlocker quietNumber(m_number);
    const QSignalBlocker quietUnit(m_unit);
    const auto fits = [value](Unit unit) { return value % lengthOf(unit) == Duration(0); };
    const auto largest = std::find_if(m_units.rbegin(), m_units.rend(), fits);
    const Unit unit = largest == m_units.rend() ? m_units.front() : *largest;
    m_unit->setCurrentIndex(m_unit->findData(int(unit)));
    m_number->setValue(double(value.count()) / double(lengthOf(unit).count()));
    m_exact = value;
    m_edited = false;
}

void DurationEdit::setMinimum(std::chrono::seconds least)
{
    m_least = least;
    m_number->setMinimum(double(Duration(m_least).count()) / double(unitLength().count()));
}

void DurationEdit::setSpokenName(const QString &name)
{
    m_number->setAccessibleName(name);
}

void DurationEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DurationEdit::retranslate()
{
    const auto text = [](Unit unit) {
        switch (unit) {
        case Unit::Second: return tr("seconds");
        case Unit::Minute: return tr("minutes");
        case Unit::Hour: return tr("hours");
        case Unit::Day: return tr("days");
        case Unit::Week: return tr("weeks");
        }
        return QString();
    };
    for (int i = 0; i < m_unit->count(); ++i)
        m_unit->setItemText(i, text(m_units.at(size_t(i))));
    m_unit->setAccessibleName(tr("Unit"));
}

void DurationEdit::noteEdit()
{
    m_edited = true;
    setMinimum(m_least);
    emit valueChanged();
}

Duration DurationEdit::unitLength() const
{
    return lengthOf(Unit(m_unit->currentData().toInt()));
}

} // namespace carillon::ui
