"""Which theme the reader looks at, and the few rules of style that Streamlit's own settings do not reach."""

import streamlit as st

_STYLE = """<style>
.stMainBlockContainer {max-width: 1360px; padding-left: 1.25rem; padding-right: 1.25rem}
.stApp .finding {font-size: 1.3rem; line-height: 1.4; font-weight: 600; margin: 0; padding: 0; letter-spacing: normal;
  text-wrap: pretty}
.st-key-four-figures {min-height: 4.6rem}
.figures {display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: .75rem 1rem}
.figure .label {font-size: .875rem; color: FAINT}
.figure .value {font-size: 1.75rem; font-weight: 650; line-height: 1.15; font-variant-numeric: tabular-nums}
.figure .note {font-size: .8125rem; color: FAINT}
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p {color: FAINT; opacity: 1}
.rows {width: 100%; border-collapse: collapse; font-size: .9rem}
.rows th {text-align: left; font-weight: 600; font-size: .8125rem; color: FAINT; padding: .1rem .5rem .1rem 0}
.rows td {vertical-align: top; line-height: 1.35; padding: .28rem .5rem .28rem 0;
  border-top: 1px solid rgba(128,128,140,.3)}
.rows td.n, .rows th.n {text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap}
.rows td.n .who {white-space: normal}
.rows.fixed {table-layout: fixed}
.rows .most {width: 60%}
.rows.fixed th.n {width: 3.6rem}
.st-key-decided td.n {width: 5.2rem}
.st-key-decided td.most {width: 50%}
button[kind^="primary"]:enabled, button[kind^="primary"]:enabled *, .stMultiSelect [data-tag],
.stMultiSelect [data-tag] * {color: UPON}
button[kind^="primary"]:disabled, button[kind^="primary"]:disabled * {color: FAINT}
.stApp a.open, .stApp a.card {color: inherit; text-decoration: none}
.stApp a.open:hover, .stApp a.open:focus-visible {text-decoration: underline}
a:focus-visible, .ask:focus-visible {outline: 2px solid LINK; outline-offset: 1px}
.one {overflow: hidden; text-overflow: ellipsis; white-space: nowrap}
.two {display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; line-height: 1.35}
.rows .who, .strip .who, li .who {color: FAINT; font-size: .8125rem}
.stApp button[kind="tertiary"] p {color: LINK; text-decoration: underline; text-underline-offset: 2px}
.stApp [data-testid="stPageLink"] a p {color: LINK; text-decoration: underline; text-underline-offset: 2px}
.key {display: flex; flex-wrap: wrap; gap: .15rem 1rem; font-size: .875rem}
.key span {display: inline-flex; align-items: center; gap: .35rem; white-space: nowrap}
.tag {display: inline-block; border: 1px solid rgba(128,128,140,.6); border-radius: 4px; padding: 0 .4rem;
  font-size: .8125rem; white-space: nowrap}
.ask {border: 0; background: none; padding: 0 .2rem; font: inherit; font-size: .8125rem; color: LINK; cursor: pointer;
  text-decoration: underline; text-underline-offset: 2px}
.pictures {display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: center; font-size: .875rem; color: FAINT}
.modebar-container, .plotly-notifier {display: none !important}
.why[popover] {max-width: min(26rem, calc(100vw - 2rem)); margin: 0; padding: .9rem 1rem; font-size: .9rem; color: INK;
  background: PAPER; border: 1px solid rgba(128,128,140,.5); border-radius: 6px; box-shadow: 0 4px 18px rgba(0,0,0,.18);
  position-area: bottom span-right; position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline;
  white-space: normal; font-weight: 400; text-align: left}
.why a, [role="dialog"] .stHtml a {color: LINK}
[data-testid="InputInstructions"] {display: none}
.why .note {margin: .5rem 0; font-size: .8125rem; color: FAINT}
.letter {margin: 0; padding: .9rem 1rem; font: inherit; font-size: .9rem; line-height: 1.5; white-space: pre-wrap;
  background: TRACK; border-radius: 6px; max-width: 60rem}
.card {display: block; padding: .5rem 0; border-top: 1px solid rgba(128,128,140,.3)}
.card .note {font-size: .8125rem; color: FAINT}
.track {position: relative; height: 12px; margin: .3rem 0; background: TRACK; overflow: hidden}
.track div {position: absolute; top: 0; bottom: 0}
.track .done {left: 0; background: BAR}
.track .deep {left: 0; top: 4px; bottom: 4px; background: DEEP}
.track .silent {right: 0; background: repeating-linear-gradient(135deg, FAINT 0 1px, transparent 1px 5px)}
.stack {display: flex; height: 16px; margin: .3rem 0; gap: 2px}
.stack .grey {background: TRACK}
.stack .silent {background: repeating-linear-gradient(135deg, FAINT 0 1px, TRACK 1px 6px)}
.stack .dots {background: radial-gradient(FAINT 1px, TRACK 1.5px) 0 0 / 5px 5px}
.stack .bars {background: repeating-linear-gradient(90deg, FAINT 0 1px, TRACK 1px 5px)}
.stack .lines {background: repeating-linear-gradient(0deg, FAINT 0 1px, TRACK 1px 5px)}
.stack .crossed {background: repeating-linear-gradient(135deg, FAINT 0 1px, transparent 1px 6px),
  repeating-linear-gradient(45deg, FAINT 0 1px, TRACK 1px 6px)}
.track .tick {width: 3px; margin-left: -1px; background: INK}
.whose {margin-top: 1rem; padding-bottom: .3rem; font-weight: 600; font-size: .875rem; color: FAINT}
[class*="st-key-phone-"] {display: none}
@media (min-width: 641px) {.st-key-strip > div:has(.strip) {flex: 1 1 0; min-width: 0}}
.strip {font-size: .9rem; display: flex; flex-wrap: wrap; gap: .15rem .75rem; align-items: center}
.st-key-decided td.n {white-space: normal}
.narrow, .on-paper, [class*="st-key-paper-"] {display: none}
[class*="st-key-below-"], .st-key-trail {gap: .25rem 1rem}
[class*="st-key-below-"] {flex-wrap: nowrap}
@media screen and (max-width: 900px) {
  .stMain .stColumn {min-width: calc(100% - 1.5rem)}
  .st-key-phone-punctuality {display: flex}
  [class*="st-key-desk-punctuality"] {display: none}
}
@media screen and (max-width: 1100px) {
  .st-key-phone-timeline {display: flex}
  [class*="st-key-desk-timeline"] {display: none}
}
@media (max-width: 640px) {
  .stApp .finding {font-size: 1.1rem}
  .figure .value {font-size: 1.45rem}
  .wide {display: none}
  .narrow {display: block}
  .rows .most {width: auto}
  .rows.fixed .one {white-space: normal}
  .st-key-decided td.most {width: auto}
  .two {display: block}
  .stApp [class*="st-key-below-"] {display: block}
  .stApp [class*="st-key-period"] {flex: 1 1 12rem !important; width: auto !important; min-width: 0}
  .st-key-lang {position: fixed; top: .35rem; right: 3.4rem; z-index: 1000000; width: 8rem !important}
  :is(.stApp, [data-testid="stPopoverBody"], [role="dialog"]) :is(button, summary, [role="group"], [role="menuitem"],
    [data-baseweb="select"], [data-baseweb="input"], [data-tag], .stCheckbox label, .stRadio label, .stTextInput input,
    .stNumberInput input),
  [data-testid="stSidebarNavLink"], [data-testid="stPageLink"] a {min-height: 44px}
  :is(.stCheckbox, .stRadio) label {align-items: center}
  [data-testid="stRadioCaption"] {margin: -12px 0 .5rem; pointer-events: none}
  .rows.stacked :is(tr, td) {display: block; border: 0}
  .rows.stacked tr {border-top: 1px solid rgba(128,128,140,.3); padding: .4rem 0}
  .rows.stacked td {padding: .1rem 0; overflow-wrap: anywhere; white-space: normal}
  .rows.stacked td:empty, .rows.stacked thead {display: none}
  .rows.stacked td[data-head]:not([data-head=""])::before {content: attr(data-head) ": "; font-size: .8125rem;
    color: FAINT}
  .rows a.open {display: block; min-height: 44px}
  .stApp a.card {min-height: 44px}
  .pictures .ask {min-height: 44px; min-width: 44px}
  .stApp .ask {min-height: 44px; min-width: 44px; margin: -13px 0}
  [class*="st-key-phone-"] {display: flex}
  [class*="st-key-desk-"] {display: none}
  .st-key-matrix, .stColumn:has(.st-key-region-map), .st-key-deciding tr:nth-child(n+4) {display: none}
  .stMainBlockContainer {padding-left: 1rem; padding-right: 1rem}
}
.st-key-tour {position: fixed; right: 1.25rem; bottom: 1.25rem; z-index: 1000; width: min(24rem, calc(100vw - 2.5rem));
  background: PAPER; box-shadow: 0 4px 18px rgba(0,0,0,.25)}
.printed {display: none}
@media print {
  @page {size: A4 landscape; margin: 11mm 10mm}
  html, body, #root {height: auto !important; overflow: visible !important}
  .stApp {position: static !important; overflow: visible !important; zoom: .72; print-color-adjust: exact;
    -webkit-print-color-adjust: exact}
  .stApp :is([data-testid="stAppViewContainer"], [data-testid="stMain"], .stMain) {
    position: static !important; overflow: visible !important; height: auto !important; display: block}
  .stMainBlockContainer {max-width: none; padding: 0 !important}
  header, .ask, .st-key-trail, .st-key-tour, .stButton, .stDownloadButton, .stPopover, .stFileUploader, .stTextInput,
  [data-testid="stToolbar"], [data-testid="stElementToolbar"], [data-testid="stStatusWidget"],
  .stSelectbox, .stButtonGroup, .st-key-hand-on, [data-testid="stSkipToContent"] {
    display: none !important}
  .stHorizontalBlock {display: flex !important; flex-wrap: nowrap !important}
  .stColumn {min-width: 0 !important}
  .printed {display: inline}
  .on-paper {display: table-row}
  [class*="st-key-paper-"] {display: block}
  .stExpander summary [data-testid="stIconMaterial"] {display: none !important}
  details::details-content {content-visibility: visible !important; display: block !important;
    block-size: auto !important; opacity: 1 !important}
  [data-testid="stExpanderDetails"] {height: auto !important; opacity: 1 !important; overflow: visible !important}
  [class*="st-key-desk-table-"] {display: none !important}
  .stExpander, .stExpander > details {border: 0 !important}
  .stExpander summary {padding: 0 !important; font-weight: 600; break-after: avoid}
  .stVerticalBlock > * {margin-bottom: .7rem}
  .stElementContainer:has(> .stHeading, > * > .stHeading, .finding) {break-after: avoid}
  .stMainBlockContainer > .stVerticalBlock > .stElementContainer:has([data-testid="stCaptionContainer"]) {
    break-after: avoid}
  .stVerticalBlock > :has(> [class*="st-key-below-"]) {break-before: avoid}
  .stVerticalBlock > :has(> [class*="st-key-phone-"]) {display: none !important}
  .stPlotlyChart, .rows tr, .card, .figure, .stHeading, .finding, [data-testid="stImage"], .stAlert {
    break-inside: avoid}
  [class*="st-key-desk-timeline"] .stPlotlyChart, [class*="st-key-desk-money"] .stPlotlyChart {break-inside: auto}
  .stHeading, h1, h2, h3 {break-after: avoid}
  .rows thead {display: table-header-group}
}
</style>"""

# The greys and blues of charts/look.py, and the link colours of .streamlit/config.toml.
_COLOURS = {
    "FAINT": ("#575D68", "#B4BCC8"),
    "LINK": ("#12608F", "#8FB4F5"),
    "TRACK": ("#EDF0F4", "#262D37"),
    "BAR": ("#5B8DC4", "#6F9BD1"),
    "DEEP": ("#1D4675", "#24548A"),
    "INK": ("#1F2430", "#E8EBF0"),
    "PAPER": ("#FFFFFF", "#12161D"),
    "UPON": ("#FFFFFF", "#12161D"),  # on the primary colour; Streamlit writes white on both themes
}


def _coloured(theme: int) -> str:
    style = _STYLE
    for word, pair in _COLOURS.items():
        style = style.replace(word, pair[theme])
    return style


_LIGHT, _DARK = _coloured(0), _coloured(1)


def is_dark() -> bool:
    """Whether the page is dark at this moment."""
    return st.context.theme.type == "dark"


def dress() -> None:
    """Give the page our rules of style, in the colours of the reader's theme."""
    st.html(_DARK if is_dark() else _LIGHT)
