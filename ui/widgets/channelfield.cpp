// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/channelfield.h"

#include "ui/format/relativetime.h"
#include "ui/theme/statecolors.h"
#include "ui/theme/symbols.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

/// A name for people; channels say theirs in lower case.
QString titleOf(const ChannelHealth &channel)
{
    return channel.name == u"redis" ? u"Redis"_s : channel.name;
}

/// Plain, whatever a message holds.
QLabel *plainLabel(const QString &text, const QString &objectName)
{
    auto *label = new QLabel(text);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QTreeWidget *tableOf(const std::vector<RefusedMessage> &refusals, const TimeView &view,
                     const QStringList &titles)
{
    auto *table = new QTreeWidget;
    table->setObjectName(u"refusedMessages"_s);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setHeaderLabels(titles);
    for (const RefusedMessage &each : refusals)
        new QTreeWidgetItem(table, {relativeTime(each.at, view), each.why, each.text.simplified()});
    table->header()->resizeSection(0, 120);
    table->header()->resizeSection(1, 300);
    return table;
}

} // namespace

ChannelField::ChannelField(QWidget *parent) : QToolButton(parent)
{
    setObjectName(u"statusChannel"_s);
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, this, &ChannelField::showRefusals);
    hide();
}

void ChannelField::setChannels(const std::vector<ChannelHealth> &channels)
{
    if (channels == m_channels)
        return;
    m_channels = channels;
    refresh();
}

void ChannelField::refresh()
{
    setVisible(!m_channels.empty());
    if (m_channels.empty())
        return;
    const ChannelHealth &channel = m_channels.front();
    const bool connected = channel.state == ChannelHealth::State::Connected;
    const Tone tone = !connected ? Tone::Missed : Tone::Success;
    setIcon(symbolPixmap(connected ? u"state-success"_s : u"state-missed"_s, 16,
                         devicePixelRatioF(), toneColors(tone, isDark(palette())).text));
    const QString title = titleOf(channel);
    if (!connected)
        setText(tr("%1 not connected").arg(title));
    else if (channel.refused > 0)
        setText(tr("%1: %n refused", "", int(channel.refused)).arg(title));
    else
        setText(title);
    setAccessibleName(text());
    const QString tip = channel.problem.isEmpty() ? channel.source : channel.problem;
    setToolTip(tip.toHtmlEscaped());
}

void ChannelField::showRefusals()
{
    if (m_channels.empty())
        return;
    const ChannelHealth &channel = m_channels.front();
    auto *dialog = new QDialog(window());
    dialog->setObjectName(u"channelDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Messages by %1").arg(titleOf(channel)));
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(plainLabel(channel.source, u"channelSource"_s));
    if (!channel.problem.isEmpty())
        layout->addWidget(plainLabel(channel.problem, u"channelProblem"_s));
    layout->addWidget(plainLabel(tr("%1 done, %2 refused, %3 lost")
                                     .arg(channel.accepted)
                                     .arg(channel.refused)
                                     .arg(channel.lost),
                                 u"channelCounts"_s));
    QTreeWidget *const table =
        tableOf(channel.refusals, m_view, {tr("When"), tr("Why"), tr("Message")});
    table->setAccessibleName(tr("Refused messages"));
    layout->addWidget(table, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    layout->addWidget(buttons);
    dialog->resize(720, 360);
    dialog->show();
}

void ChannelField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
    QToolButton::changeEvent(event);
}

} // namespace carillon::ui
