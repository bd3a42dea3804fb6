using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.LocalHost.Settings;

/// <summary>How settings are named: <c>__</c> stands for the <c>:</c> of a configuration key.</summary>
internal static partial class SettingName
{
    public static string ToKey(string name) => name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);

    /// <summary>Puts the values of settings where a trigger names them as <c>%Setting%</c>.</summary>
    /// <exception cref="StartException">A setting that is named has no value.</exception>
    public static string Resolve(string text, string function, IConfiguration configuration) =>
        Placeholder().Replace(text, match => Value(match.Groups["name"].Value, function, configuration));

    /// <summary>The settings that a text names, for messages.</summary>
    public static string Describe(string text) =>
        Placeholder().Matches(text) is { Count: > 0 } named
            ? $" (setting {string.Join(", ", named.Select(match => match.Groups["name"].Value))})"
            : "";

    private static string Value(string name, string function, IConfiguration configuration) =>
        configuration[ToKey(name)] is { Length: > 0 } value
            ? value
            : throw new StartException($"Function {function} needs the setting {name}, which has no value. "
                + "Set it in the environment, in local.settings.json or on the command line.");

    [GeneratedRegex("%(?<name>[^%]+)%")]
    private static partial Regex Placeholder();
}
