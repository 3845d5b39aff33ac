/// How the pages of a help site look: light and dark, on a phone and on a desk.
enum HelpStyle {
  static let text = """
    :root {
      color-scheme: light dark;
      --paper: #fff; --ink: #1d2329; --soft: #5a6570; --line: #d8dee4; --shade: #f3f5f7;
      --link: #0b57b0;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14181c; --ink: #e4e8ec; --soft: #9aa6b2; --line: #333b43; --shade: #1e242a;
        --link: #82b7ff;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word;
    }
    a { color: var(--link); }
    a:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; inset-inline-start: -100rem; }
    .skip:focus { inset-inline-start: 1rem; background: var(--paper); padding: .5rem; }
    header { background: var(--shade); border-bottom: 1px solid var(--line); }
    header div {
      max-width: 60rem; margin: 0 auto; padding: .75rem 1rem;
      display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center;
    }
    .home { font-weight: 700; color: inherit; text-decoration: none; margin-inline-end: auto; }
    .languages { display: flex; flex-wrap: wrap; gap: .75rem; font-size: .9rem; }
    form { flex: 0 1 20rem; min-width: 12rem; }
    input {
      width: 100%; padding: .5rem .75rem; font: inherit; color: inherit;
      background: var(--paper); border: 1px solid var(--line); border-radius: .4rem;
    }
    main, #results { max-width: 60rem; margin: 0 auto; padding: 1rem; }
    #results { border-bottom: 1px solid var(--line); }
    #results ol { list-style: none; margin: 0; padding: 0; }
    #results li { margin: 0 0 .75rem; }
    #results p { margin: 0; }
    #results li p { color: var(--soft); font-size: .9rem; }
    mark { background: #ffe38a; color: #1d2329; border-radius: .15rem; }
    h1 { font-size: 1.75rem; line-height: 1.25; margin: .5rem 0 1rem; }
    h2 { font-size: 1.3rem; line-height: 1.3; margin: 1.75rem 0 .5rem; }
    h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
    .shelves {
      display: grid; gap: 1rem 2rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
    }
    .shelves h2 { margin-top: .75rem; }
    .articles { list-style: none; margin: 0; padding: 0; }
    .articles li { margin: 0 0 .6rem; }
    .articles span { display: block; color: var(--soft); font-size: .9rem; }
    .trail { font-size: .9rem; color: var(--soft); }
    .lead { font-size: 1.15rem; color: var(--soft); }
    article { max-width: 44rem; }
    article li { margin: .25rem 0; }
    img { max-width: 100%; height: auto; }
    code { font: .9em ui-monospace, monospace; background: var(--shade); padding: .1em .3em; }
    pre { overflow-x: auto; background: var(--shade); padding: .75rem 1rem; border-radius: .4rem; }
    pre code { padding: 0; background: none; }
    blockquote {
      margin: 1rem 0; padding: 0 1rem; color: var(--soft);
      border-inline-start: 4px solid var(--line);
    }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; margin: 1rem 0; }
    th, td { border: 1px solid var(--line); padding: .4rem .7rem; text-align: start; }
    th { background: var(--shade); }
    th.left, td.left { text-align: left; }
    th.center, td.center { text-align: center; }
    th.right, td.right { text-align: right; }
    .facts { margin-top: 2rem; font-size: .9rem; color: var(--soft); }
    .tag { background: var(--shade); border-radius: 1rem; padding: .1rem .6rem; margin: 0 .15rem; }
    @media (max-width: 40rem) {
      form { flex-basis: 100%; }
      h1 { font-size: 1.5rem; }
    }
    @media print { header, #results { display: none; } }

    """
}
