using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions;

/// <summary>Where the site is reached from outside.</summary>
public sealed class SiteOptions
{
    [Required(ErrorMessage = "Site__PublicUrl is missing: the https address that Twilio and people reach the app at.")]
    [WebAddress(ErrorMessage = "Site__PublicUrl isn't an address such as https://study.example.org.")]
    public string PublicUrl { get; set; } = "";

    /// <summary>The address without a slash at its end.</summary>
    public string Root => PublicUrl.TrimEnd('/');
}

[OptionsValidator]
public sealed partial class SiteOptionsValidator : IValidateOptions<SiteOptions>;
