namespace ConnectingPeople.LocalHost.Settings;

/// <summary>Reads <c>--Name value</c> and <c>--Name=value</c>.</summary>
internal static class CommandLine
{
    /// <exception cref="StartException">An argument isn't of this form.</exception>
    public static Dictionary<string, string?> Read(string[] arguments)
    {
        Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is not ['-', '-', _, ..])
            {
                throw new StartException($"The argument '{arguments[i]}' isn't understood. Write --Name value or --Name=value.");
            }

            string[] parts = arguments[i][2..].Split('=', 2);
            string value = parts is [_, string given] ? given
                : ++i < arguments.Length ? arguments[i]
                : throw new StartException($"The argument '{arguments[i - 1]}' has no value. Write --{parts[0]} value.");
            settings[SettingName.ToKey(parts[0])] = value;
        }

        return settings;
    }
}
