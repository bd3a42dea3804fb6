using System.ComponentModel.DataAnnotations;

namespace ConnectingPeople.Functions;

/// <summary>An address that others can be put behind: http or https, a host, neither query nor fragment.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WebAddressAttribute : ValidationAttribute
{
    /// <returns>True for nothing at all, too: that is for <see cref="RequiredAttribute"/> to say.</returns>
    public override bool IsValid(object? value) =>
        value is not string { Length: > 0 } text
        || (Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address is { Query: "", Fragment: "" });
}
