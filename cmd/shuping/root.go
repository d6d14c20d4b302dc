package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"shuping/internal/mirror"
	"shuping/internal/words"
)

// root is the tree of commands in the chosen language. What cobra would say
// itself, in English and in several lines, is said by end.
func (m *Main) root() *cobra.Command {
	root := m.verb("shuping", nil, nil)
	version := root.Flags().Bool("version", false, words.FlagVersion(m.lang))
	root.RunE = func(_ *cobra.Command, args []string) error {
		switch {
		case *version:
			return m.tellVersion(false)
		case len(args) == 1 && strings.HasSuffix(args[0], exportEnding):
			ctx, stop := interruptible()
			defer stop()
			return m.visit(ctx, args[0])
		case len(args) == 1:
			return m.run(args[0], "")
		}
		return m.startScreen()
	}
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.DisableSuggestions = true
	root.SetIn(m.Stdin)
	root.SetOut(m.Stdout)
	root.SetErr(m.Stderr)
	root.SetHelpFunc(m.help)
	root.SetFlagErrorFunc(m.misread)
	root.PersistentFlags().String("lang", "", words.FlagLang(m.lang))
	root.PersistentFlags().BoolP("help", "h", false, words.FlagHelp(m.lang))
	root.Args = m.known
	root.AddCommand(
		m.runCommand(), m.showCommand(), m.rehearseCommand(), m.newCommand(), m.planCommand(),
		m.playCommand(), m.resultCommand(), m.logCommand(), m.checkCommand(),
		m.sheetsCommand(), m.ledgerCommand(), m.namesCommand(), m.dueCommand(), m.attachCommand(),
		m.papersCommand(), m.exportCommand(), m.verifyCommand(), m.restoreCommand(), m.gatherCommand(), m.discardCommand(), m.checkPageCommand(), m.manualCommand(), m.versionCommand(), m.completionCommand(),
	)
	help := m.helpCommand(root)
	root.AddCommand(help)
	root.SetHelpCommand(help)
	describe(root, m.lang)
	return root
}

// verb is a command without its words, which describe adds.
func (m *Main) verb(use string, args cobra.PositionalArgs, do func(args []string) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Args: args, DisableFlagsInUseLine: true,
		RunE: func(_ *cobra.Command, args []string) error { return do(args) },
	}
}

// saying is a command with n arguments that tells something to people or, with --json,
// to programs.
func (m *Main) saying(use string, n int, text, asJSON func(args []string) error) *cobra.Command {
	c := m.verb(use+" [--json]", m.takes(n), nil)
	programs := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *programs {
			return asJSON(args)
		}
		return text(args)
	}
	return c
}

// describe gives c and all below it their words.
func describe(c *cobra.Command, l words.Language) {
	c.Short, c.Long = words.CommandDoes(l, c.CommandPath()), words.CommandTells(l, c.CommandPath())
	for _, below := range c.Commands() {
		describe(below, l)
	}
}

// takes accepts exactly n arguments.
func (m *Main) takes(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < n:
			return m.misused(c, words.TooFewArguments(m.lang), map[string]any{"usage": c.UseLine()})
		case len(args) > n:
			return m.misused(c, words.TooManyArguments(m.lang), map[string]any{"argument": args[n], "usage": c.UseLine()})
		}
		return nil
	}
}

// exportEnding is how the name of an export ends that is one file.
const exportEnding = ".zip"

// known refuses what should have been the name of a command. A file alone, as a
// double click gives one, is opened, or verified and shown.
func (m *Main) known(c *cobra.Command, args []string) error {
	file := func(ending string) bool { return strings.HasSuffix(args[0], ending) }
	if len(args) == 0 || len(args) == 1 && !c.HasParent() && slices.ContainsFunc([]string{sessionEnding, mirror.Ending, exportEnding}, file) {
		return nil
	}
	return m.misused(c, words.NoCommand(m.lang), map[string]any{"command": args[0]})
}

// needs refuses a command line without a flag that the command cannot do
// without.
func (m *Main) needs(c *cobra.Command, flag, value string) error {
	if value != "" {
		return nil
	}
	return m.misused(c, words.FlagMissing(m.lang), map[string]any{"flag": "--" + flag, "usage": c.UseLine()})
}

// misread words what is wrong with a flag.
func (m *Main) misread(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return m.misused(c, words.NoFlag(m.lang), map[string]any{"flag": dashed(unknown.GetSpecifiedName())})
	case errors.As(err, &bare):
		return m.misused(c, words.FlagValue(m.lang), map[string]any{"flag": dashed(bare.GetSpecifiedName())})
	case errors.As(err, &bad):
		return m.misused(c, words.FlagBad(m.lang), map[string]any{"flag": "--" + bad.GetFlag().Name, "value": bad.GetValue()})
	}
	return m.misused(c, err.Error(), nil)
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// misused is a misunderstanding that says where the help is.
func (m *Main) misused(c *cobra.Command, problem string, values map[string]any) error {
	return misunderstanding{words.Fill(words.AskHelp(m.lang), map[string]any{
		"problem": words.Fill(problem, values), "command": c.CommandPath(),
	})}
}
