using Microsoft.AspNetCore.Components;

namespace ConnectingPeople.Functions.Site;

/// <summary>What all fields of forms have: a label, a hint, and what is wrong with what was written.</summary>
public abstract class FormField : ComponentBase
{
    [Parameter, EditorRequired]
    public required Filled In { get; set; }

    /// <summary>Names the field in the form and is its id on the page.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    protected string? Fault => In.FaultOf(Name);

    protected string GroupClass => Fault is null ? "nhsuk-form-group" : "nhsuk-form-group nhsuk-form-group--error";

    /// <summary>The ids of what describes the field; null for nothing.</summary>
    protected string? DescribedBy =>
        string.Join(' ', new[] { Hint is null ? null : $"{Name}-hint", Fault is null ? null : $"{Name}-error" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    /// <summary>The class of an input, with its variant for what is wrong.</summary>
    protected string ClassOf(string input, string? width = null) => $"{input}{(Fault is null ? "" : $" {input}--error")} {width}".TrimEnd();
}
