using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions;

/// <summary>
/// Refuses to start with a Key Vault reference that Azure couldn't resolve: the setting then holds the reference itself
/// (Microsoft, "Use Key Vault references as app settings"), which some settings would take for a key or a token.
/// </summary>
public static class KeyVaultReferences
{
    private const string Start = "@Microsoft.KeyVault(";

    /// <exception cref="OptionsValidationException">Names every setting whose reference didn't resolve.</exception>
    public static void Refuse(IConfiguration settings)
    {
        string[] unresolved =
        [
            .. settings.AsEnumerable()
                .Where(setting => setting.Value?.TrimStart().StartsWith(Start, StringComparison.OrdinalIgnoreCase) == true)
                .Select(setting => setting.Key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => $"{name} is a Key Vault reference that didn't resolve. Is the secret there, enabled and in date, "
                    + "may the app's identity read it, and does the app reach the vault?"),
        ];
        if (unresolved.Length > 0)
        {
            throw new OptionsValidationException("Key Vault", typeof(KeyVaultReferences), unresolved);
        }
    }
}
