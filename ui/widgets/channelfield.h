// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/channelhealth.h"
#include "ui/format/timeview.h"

#include <QToolButton>

namespace carillon::ui {

/// How the channel is doing by which messages come in. Hidden while there is none; a click shows
/// the messages that were refused, and why.
class ChannelField : public QToolButton
{
    Q_OBJECT

public:
    explicit ChannelField(QWidget *parent = nullptr);

    void setChannels(const std::vector<ChannelHealth> &channels);
    void setTimeView(const TimeView &view) { m_view = view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showRefusals();

    std::vector<ChannelHealth> m_channels; ///< the first is shown; there is but one kind
    TimeView m_view;
};

} // namespace carillon::ui
