// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/badge.h"

#include <QWidget>

namespace carillon::ui {

/// One badge, as in the tables.
class StateBadge : public QWidget
{
    Q_OBJECT

public:
    explicit StateBadge(QWidget *parent = nullptr);

    void setBadge(const Badge &badge);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Badge m_badge;
};

} // namespace carillon::ui
