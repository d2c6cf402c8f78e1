// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/triggereditor.h"

#include "ui/editors/cronpage.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/form.h"
#include "ui/editors/intervalpage.h"
#include "ui/editors/oncepage.h"
#include "ui/editors/otherpage.h"
#include "ui/editors/zonecombo.h"

#include <QButtonGroup>
#include <QPainter>
#include <QPushButton>

namespace carillon::ui {

namespace {

/// A kind to choose; the chosen one is framed, so that it stands out in every theme.
class KindCard : public QPushButton
{
public:
    KindCard()
    {
        setCheckable(true);
        setMinimumHeight(fontMetrics().height() * 2);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPushButton::paintEvent(event);
        if (!isChecked())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
};

} // namespace

TriggerEditor::TriggerEditor(const Clock &clock)
    : m_checks(new FieldChecks(
          [this] {
              const auto zone = m_zone->zone();
              return zone ? std::vector<Error>{} : std::vector{zone.error()};
          },
          this)),
      m_kinds(new QButtonGroup(this)),
      m_pages{new OncePage(clock), new IntervalPage(clock), new CronPage(clock), new OtherPage},
      m_manualRemark(createRemark(u"editorManualRemark"_qs)),
      m_zone(new ZoneCombo(u"editorZoneCombo"_qs)),
      m_zoneRow(new QWidget)
{
    build();
    for (TriggerPage *page : m_pages)
        connect(page, &TriggerPage::valueChanged, this, &TriggerEditor::valueChanged);
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (!on)
            return;
        chooseKind(Kind(id));
        emit valueChanged();
    });
    connect(m_zone, &ZoneCombo::zoneEdited, this, [this] {
        m_checks->edited(m_zone);
        applyZone();
        emit valueChanged();
    });
    chooseKind(Kind::Interval);
    retranslate();
}

void TriggerEditor::build()
{
    static constexpr std::array names{u"editorKindOnce", u"editorKindInterval", u"editorKindCron",
                                      u"editorKindOther", u"editorKindManual"};
    auto *cards = new QHBoxLayout;
    for (size_t i = 0; i < m_cards.size(); ++i) {
        auto *card = m_cards[i] = new KindCard;
        card->setObjectName(QString::fromUtf16(names[i]));
        m_kinds->addButton(card, int(i));
    }
    for (const Kind kind : {Kind::Once, Kind::Interval, Kind::Cron, Kind::Manual, Kind::Other})
        cards->addWidget(m_cards[size_t(kind)]);
    m_cards[size_t(Kind::Other)]->hide(); // offered to who has one
    auto *form = createForm(m_zoneRow);
    form->setContentsMargins(0, 0, 0, 0);
    m_zoneLabel = addField(form, m_zone, m_checks->add({u"timezone"_qs}, m_zone));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(cards);
    // No stack: each page takes the room it needs and the zone follows at once.
    for (TriggerPage *page : m_pages)
        column->addWidget(page, page == m_pages.back() ? 1 : 0); // the last one is a long text
    column->addWidget(m_manualRemark);
    column->addWidget(m_zoneRow);
    column->addStretch();
}

std::vector<FieldChecks *> TriggerEditor::checks() const
{
    std::vector<FieldChecks *> all{m_checks};
    if (const TriggerPage *current = page()) {
        for (FieldChecks *checks : current->checks())
            all.push_back(checks);
    }
    return all;
}

Result<std::optional<Trigger>> TriggerEditor::value() const
{
    const TriggerPage *current = page();
    if (!current)
        return std::optional<Trigger>();
    if (const auto zone = m_zone->zone(); !zone)
        return zone.error();
    auto trigger = current->value();
    if (!trigger)
        return trigger.error();
    // The random delay has no field yet; a time that comes once has none.
    return std::optional(kind() == Kind::Once ? *trigger : trigger->withJitter(m_jitter));
}

void TriggerEditor::setValue(const std::optional<Trigger> &trigger)
{
    const QSignalBlocker quiet(this);
    Kind kind = Kind::Manual;
    if (trigger) {
        // The first ones are in the order date, interval, cron.
        kind = Kind(std::min(trigger->value().index(), size_t(Kind::Other)));
        m_zone->setZone(trigger->commonZone().value_or(Zone::system()));
        applyZone();
        m_pages[size_t(kind)]->setValue(*trigger);
    }
    m_jitter = trigger ? trigger->jitter() : Duration::zero();
    m_cards[size_t(Kind::Other)]->setVisible(kind == Kind::Other);
    m_checks->clear();
    chooseKind(kind);
}

void TriggerEditor::setRules(const Rules &rules)
{
    for (TriggerPage *page : m_pages)
        page->setRules(rules);
}

TriggerEditor::Kind TriggerEditor::kind() const
{
    return Kind(m_kinds->checkedId());
}

void TriggerEditor::chooseKind(Kind kind)
{
    m_cards[size_t(kind)]->setChecked(true);
    for (size_t i = 0; i < m_pages.size(); ++i)
        m_pages[i]->setVisible(Kind(i) == kind);
    m_manualRemark->setVisible(kind == Kind::Manual);
    m_zoneRow->setVisible(kind != Kind::Manual && kind != Kind::Other);
}

void TriggerEditor::applyZone()
{
    const auto zone = m_zone->zone();
    if (!zone)
        return;
    for (TriggerPage *page : m_pages)
        page->setZone(*zone);
}

TriggerPage *TriggerEditor::page() const
{
    return kind() == Kind::Manual ? nullptr : m_pages[size_t(kind())];
}

void TriggerEditor::retranslate()
{
    m_cards[0]->setText(tr("&Once"));
    m_cards[1]->setText(tr("&Interval"));
    m_cards[2]->setText(tr("&Cron"));
    m_cards[3]->setText(tr("O&ther"));
    m_cards[4]->setText(tr("&Manual only"));
    m_manualRemark->setText(
        tr("Runs only when somebody starts it, from the window, the tray or the "
           "command line."));
    m_zoneLabel->setText(tr("Time &zone"));
    m_zone->setToolTip(tr("The zone in which the times above are meant [timezone]"));
}

} // namespace carillon::ui
