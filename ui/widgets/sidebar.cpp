// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidebar.h"

#include "ui/delegates/sidebardelegate.h"
#include "ui/theme/palettes.h"
#include "ui/theme/statecolors.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

constexpr int fullWidth = 208;
constexpr int compactWidth = 48;

QListWidget *makeSidebarList(const QString &objectName)
{
    auto *list = new QListWidget;
    list->setObjectName(objectName);
    list->setItemDelegate(new SidebarDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setMouseTracking(true);
    list->viewport()->setAutoFillBackground(false);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return list;
}

void addSidebarEntry(QListWidget *list, const QString &symbolName, std::optional<Tone> tone = {})
{
    auto *item = new QListWidgetItem(list);
    item->setData(SidebarDelegate::SymbolRole, symbolName);
    if (tone)
        item->setData(SidebarDelegate::ToneRole, int(*tone));
}

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent),
      m_pages(makeSidebarList(u"pageList"_s)),
      m_selections(makeSidebarList(u"selectionList"_s)),
      m_heading(new QLabel)
{
    setObjectName(u"sidebar"_s);
    setFixedWidth(fullWidth);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setForegroundRole(QPalette::PlaceholderText);
    m_heading->setContentsMargins(10, 12, 0, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 1, 6);
    layout->setSpacing(0);
    layout->addWidget(m_pages);
    layout->addWidget(m_heading);
    layout->addWidget(m_selections);
    layout->addStretch(1);
    addEntries();
    retranslate();
    setPage(Page::Jobs);
    setSelection(JobSelection::All);

    connect(m_pages, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            emit pageRequested(Page(row));
    });
    connect(m_selections, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            emit selectionRequested(JobSelection(row));
    });
    connect(m_selections, &QListWidget::itemClicked, this,
            [this] { emit selectionRequested(JobSelection(m_selections->currentRow())); });
}

void Sidebar::addEntries()
{
    addSidebarEntry(m_pages, u"jobs"_s);
    addSidebarEntry(m_pages, u"runs"_s);
    addSidebarEntry(m_selections, u"all"_s);
    addSidebarEntry(m_selections, u"state-running"_s, Tone::Running);
    addSidebarEntry(m_selections, u"state-failed"_s, Tone::Failure);
    addSidebarEntry(m_selections, u"state-missed"_s, Tone::Missed);
    addSidebarEntry(m_selections, u"state-paused"_s);
    addSidebarEntry(m_selections, u"state-neverran"_s);
}

void Sidebar::setPage(Page page)
{
    const QSignalBlocker blocker(m_pages);
    m_pages->setCurrentRow(int(page));
}

void Sidebar::setSelection(JobSelection selection)
{
    const QSignalBlocker blocker(m_selections);
    m_selections->setCurrentRow(int(selection));
}

void Sidebar::setCounts(const JobCounts &counts)
{
    for (int row = 0; row < m_selections->count(); ++row) {
        QListWidgetItem *item = m_selections->item(row);
        item->setData(SidebarDelegate::CountRole, counts[size_t(row)]);
        item->setData(Qt::AccessibleTextRole,
                      u"%1: %2"_s.arg(item->text()).arg(counts[size_t(row)]));
    }
}

void Sidebar::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    setFixedWidth(compact ? compactWidth : fullWidth);
    retranslate();
}

void Sidebar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        fitHeights();
    QWidget::changeEvent(event);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), separatorColor(palette()));
}

void Sidebar::retranslate()
{
    const QStringList pages{tr("Jobs"), tr("Runs")};
    const QStringList selections{tr("All"),    tr("Running"), tr("Failed"),
                                 tr("Missed"), tr("Paused"),  tr("Never ran")};
    m_pages->setAccessibleName(tr("Pages"));
    m_selections->setAccessibleName(tr("Filters"));
    m_heading->setText(m_compact ? QString() : tr("Filters"));
    const auto fill = [this](QListWidget *list, const QStringList &texts) {
        for (int row = 0; row < list->count(); ++row) {
            list->item(row)->setText(texts.at(row));
            list->item(row)->setToolTip(m_compact ? texts.at(row) : QString());
            list->item(row)->setData(SidebarDelegate::CompactRole, m_compact);
        }
    };
    fill(m_pages, pages);
    fill(m_selections, selections);
    fitHeights();
}

void Sidebar::fitHeights()
{
    for (QListWidget *list : {m_pages, m_selections})
        list->setFixedHeight(list->sizeHintForRow(0) * list->count() + 2);
}

} // namespace carillon::ui
