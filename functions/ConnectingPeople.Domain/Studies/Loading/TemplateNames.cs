using Fluid;
using Fluid.Ast;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What a template names.</summary>
internal sealed class TemplateNames : AstVisitor
{
    private readonly HashSet<string> variables = [];
    private readonly HashSet<string> filters = [];

    private TemplateNames()
    {
    }

    /// <summary>Filters that depend on their input alone.</summary>
    public static IReadOnlyList<string> AllowedFilters { get; } = ["default", "capitalize", "downcase", "upcase", "strip", "truncate"];

    public IReadOnlySet<string> Variables => variables;

    public IReadOnlySet<string> Filters => filters;

    public static TemplateNames Of(IFluidTemplate template)
    {
        TemplateNames names = new();
        names.VisitTemplate(template);
        return names;
    }

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        variables.Add(string.Join('.', memberExpression.Segments.Select(segment => (segment as IdentifierSegment)?.Identifier ?? "[]")));
        return base.VisitMemberExpression(memberExpression);
    }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        filters.Add(filterExpression.Name);
        return base.VisitFilterExpression(filterExpression);
    }
}
