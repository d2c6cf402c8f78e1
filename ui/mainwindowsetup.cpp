// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/scheduler/schedulerclient.h"
#include "core/util/language.h"
#include "ui/mainactions.h"
#include "ui/mainmenus.h"
#include "ui/pages/detailpane.h"
#include "ui/pages/jobspage.h"
#include "ui/pages/runspage.h"
#include "ui/theme/symbols.h"
#include "ui/widgets/bannerstrip.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/statusfields.h"

#include <QActionGroup>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

void checkChoice(QActionGroup &group, const QVariant &choice)
{
    for (QAction *action : group.actions())
        action->setChecked(action->data() == choice);
}

} // namespace

MainWindow::MainWindow(SchedulerClient &client, const Settings &settings, QWidget *parent,
                       const Clock &clock)
    : QMainWindow(parent),
      m_client(client),
      m_clock(clock),
      m_settings(settings),
      m_theme(settings.theme),
      m_ticker(clock),
      m_commands(client),
      m_actions(new MainActions(this)),
      m_sidebar(new Sidebar),
      m_banners(new BannerStrip),
      m_pages(new QStackedWidget),
      m_jobsPage(new JobsPage(client, m_jobs)),
      m_filter(new QLineEdit),
      m_status(new StatusFields(m_jobs))
{
    applyLanguage(settings.language);
    build();
    connectParts();
    connectActions();
    connectCommands();
    connectView();
    retranslate();
    load();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(QIcon(u":/icons/carillon.svg"_s));
    setMinimumSize(960, 600);
    resize(1280, 800);
    setContextMenuPolicy(Qt::NoContextMenu);

    auto *main = new QVBoxLayout;
    main->setSpacing(0);
    main->addWidget(m_banners);
    main->addWidget(m_pages, 1);
    auto *central = new QWidget;
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sidebar);
    layout->addLayout(main, 1);
    setCentralWidget(central);
    m_pages->addWidget(m_jobsPage);

    m_menus = std::make_unique<Menus>(*menuBar(), *m_actions);
    buildToolBar();
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
    checkChoice(*m_actions->themes, int(m_settings.theme));
    checkChoice(*m_actions->languages, m_settings.language);
    checkChoice(*m_actions->zones, m_showsUtc);
}

void MainWindow::buildToolBar()
{
    QToolBar *bar = addToolBar(QString());
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setIconSize({18, 18});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({m_actions->newJob});
    bar->addSeparator();
    bar->addActions({m_actions->runNow, m_actions->stop, m_actions->pause});
    bar->addSeparator();
    bar->addActions({m_actions->edit, m_actions->showLog});
    auto *gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    m_filter->setObjectName(u"filterEdit"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(260);
    m_filter->addAction(symbol(u"search"_s), QLineEdit::LeadingPosition);
    bar->addWidget(m_filter);
    auto *margin = new QWidget;
    margin->setFixedWidth(6);
    bar->addWidget(margin);
}

void MainWindow::connectParts()
{
    connect(&m_client, &SchedulerClient::changed, this, &MainWindow::take);
    connect(&m_rereading, &Rereading::due, this, &MainWindow::readJobsAgain);
    connect(&m_ticker, &Ticker::ticked, this, &MainWindow::tick);
    connect(&m_jobs, &JobListModel::countsChanged, this,
            [this] { m_sidebar->setCounts(m_jobs.counts()); });
    connect(m_sidebar, &Sidebar::pageRequested, this, &MainWindow::showPage);
    connect(m_sidebar, &Sidebar::selectionRequested, this, &MainWindow::showSelection);
    connect(m_filter, &QLineEdit::textChanged, this, &MainWindow::filter);
    connect(m_banners, &BannerStrip::undoRequested, &m_commands.undoStack(), &QUndoStack::undo);

    RowTable &table = m_jobsPage->table();
    table.addActions({m_actions->remove, m_actions->selectAll, m_actions->pause});
    connect(m_jobsPage, &JobsPage::selectionChanged, this, &MainWindow::updateActions);
    connect(m_jobsPage, &JobsPage::newJobRequested, this, &MainWindow::newJob);
    connect(m_jobsPage, &JobsPage::editRequested, this,
            [this](const JobId &id) { openEditor(id); });
    connect(m_jobsPage, &JobsPage::menuRequested, this,
            [this](const QPoint &position) { m_menus->job->popup(position); });
    connect(m_jobsPage, &JobsPage::clearFilterRequested, this, [this] {
        m_filter->clear();
        showSelection(JobSelection::All);
    });
    connect(&m_jobsPage->details(), &DetailPane::failed, this, &MainWindow::showError);
    connect(&m_jobsPage->details(), &DetailPane::runRequested, this, &MainWindow::runSelected);

    connect(m_status, &StatusFields::pauseToggleRequested, m_actions->pauseAll, &QAction::trigger);
    connect(m_status, &StatusFields::selectionRequested, this, &MainWindow::showSelection);
    connect(m_status, &StatusFields::jobRequested, this, &MainWindow::showJob);
    connect(m_status, &StatusFields::zoneMenuRequested, this, [this](const QPoint &position) {
        m_menus->zone->popup(position - QPoint(0, m_menus->zone->sizeHint().height()));
    });
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions->newJob, [this] { newJob(); });
    on(m_actions->closeWindow, [this] { close(); });
    on(m_actions->quit, [this] { requestQuit(); });
    on(m_actions->undo, [this] { m_commands.undoStack().undo(); });
    on(m_actions->redo, [this] { m_commands.undoStack().redo(); });
    on(m_actions->selectAll, [this] { m_jobsPage->selectAll(); });
    on(m_actions->find, [this] {
        showPage(Page::Jobs);
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    on(m_actions->runNow, [this] { runSelected(); });
    on(m_actions->stop, [this] { stopSelected(); });
    on(m_actions->pause, [this] { togglePause(); });
    on(m_actions->edit, [this] {
        for (const JobId &id : m_jobsPage->selectedJobs())
            openEditor(id);
    });
    on(m_actions->duplicate, [this] {
        for (const Job &job : selectedJobs())
            m_commands.duplicate(job);
    });
    on(m_actions->remove, [this] { m_commands.remove(selectedJobs()); });
    on(m_actions->showLog, [this] {
        m_actions->detailPane->setChecked(true);
        m_jobsPage->showLog();
    });
    on(m_actions->pauseAll, [this] { setSchedulerPaused(!m_schedulerPaused); });
    on(m_actions->about, [this] { showAbout(); });
}

void MainWindow::connectCommands()
{
    connect(&m_commands, &JobCommands::failed, this, &MainWindow::showError);
    connect(&m_commands, &JobCommands::alongsideNeeded, this, &MainWindow::offerAlongside);
    connect(&m_commands, &JobCommands::removed, this,
            [this](const QString &sentence) { m_banners->showUndo(sentence, tr("Undo")); });
    connect(&m_commands, &JobCommands::added, this, &MainWindow::showJob);
    connect(&m_commands.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateHistory);
    updateHistory();
}

void MainWindow::connectView()
{
    const auto on = [this](auto *sender, auto signal, auto slot) {
        connect(sender, signal, this, slot);
    };
    on(m_actions->jobsPage, &QAction::triggered, [this] { showPage(Page::Jobs); });
    on(m_actions->runsPage, &QAction::triggered, [this] { showPage(Page::Runs); });
    on(m_actions->detailPane, &QAction::toggled,
       [this](bool shown) { m_jobsPage->setDetailsShown(shown); });
    on(m_actions->zones, &QActionGroup::triggered, [this](QAction *action) {
        m_showsUtc = action->data().toBool();
        updateTimeView();
    });
    on(m_actions->themes, &QActionGroup::triggered, [this](QAction *action) {
        Settings changed = m_settings;
        changed.theme = Settings::Theme(action->data().toInt());
        changeSettings(changed);
    });
    on(m_actions->languages, &QActionGroup::triggered, [this](QAction *action) {
        Settings changed = m_settings;
        changed.language = action->data().toString();
        changeSettings(changed);
    });
}

void MainWindow::retranslate()
{
    setWindowTitle(u"Carillon"_s);
    m_actions->retranslate();
    m_menus->retranslate();
    m_filter->setPlaceholderText(tr("Filter jobs"));
    m_filter->setAccessibleName(tr("Filter jobs"));
    updateTimeView();
    m_sidebar->setCounts(m_jobs.counts());
}

} // namespace carillon::ui
